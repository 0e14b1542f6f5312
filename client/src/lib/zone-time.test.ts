import { describe, expect, it } from 'vitest'
import { instantIn, localIn } from './zone-time'

describe('local time of a zone', () => {
  it.each([
    ['2026-03-27T16:00', 'Europe/Berlin', '2026-03-27T15:00:00.000Z'],
    ['2026-07-01T08:00', 'Europe/Paris', '2026-07-01T06:00:00.000Z'],
    ['2026-07-01T08:00', 'America/New_York', '2026-07-01T12:00:00.000Z'],
    ['2026-07-01T08:00', 'UTC', '2026-07-01T08:00:00.000Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(instantIn(local, zone)).toBe(instant)
    expect(localIn(Date.parse(instant), zone)).toBe(local)
  })

  it('takes the first of the two times an autumn night shows twice', () => {
    expect(instantIn('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z')
  })

  it('takes the time after the gap for one a spring night never shows', () => {
    expect(instantIn('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
  })

  it('does not guess a text that is no time', () => {
    expect(instantIn('', 'Europe/Berlin')).toBeNull()
  })
})
