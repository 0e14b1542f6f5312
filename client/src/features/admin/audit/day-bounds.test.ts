import { describe, expect, it } from 'vitest'
import { endOfDay, startOfDay } from './day-bounds'

describe('the bounds of a day', () => {
  it('are those of the zone', () => {
    expect(startOfDay('2026-11-28', 'Europe/Paris')).toBe('2026-11-27T23:00:00.000Z')
    expect(endOfDay('2026-11-28', 'Europe/Paris')).toBe('2026-11-28T23:00:00.000Z')
    expect(startOfDay('2026-07-01', 'America/New_York')).toBe('2026-07-01T04:00:00.000Z')
  })

  it('hold on days on which clocks change', () => {
    expect(startOfDay('2026-03-29', 'Europe/Paris')).toBe('2026-03-28T23:00:00.000Z')
    expect(endOfDay('2026-03-29', 'Europe/Paris')).toBe('2026-03-29T22:00:00.000Z')
    expect(startOfDay('2026-10-25', 'Europe/Paris')).toBe('2026-10-24T22:00:00.000Z')
    expect(endOfDay('2026-10-25', 'Europe/Paris')).toBe('2026-10-25T23:00:00.000Z')
  })

  it('are none of what is no day', () => {
    expect(startOfDay('soon', 'UTC')).toBeUndefined()
  })
})
