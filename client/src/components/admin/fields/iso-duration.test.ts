import { describe, expect, it } from 'vitest'
import { amountOf, durationOf, secondsOf, unitFor } from './iso-duration'

describe('durations', () => {
  it.each([
    ['PT4H30M', 16_200],
    ['P7D', 604_800],
    ['PT168H', 604_800],
    ['PT0S', 0],
    ['P1DT2H3M4S', 93_784],
  ])('%s is %d seconds', (duration, seconds) => {
    expect(secondsOf(duration)).toBe(seconds)
  })

  it.each(['', 'P', 'PT', '4h', 'P1M', 'PT4X'])('%s is none', (text) => {
    expect(secondsOf(text)).toBeNull()
  })

  it('is written in hours, minutes and seconds, never in days', () => {
    expect(durationOf(7, 'days')).toBe('PT168H')
    expect(durationOf(1.5, 'hours')).toBe('PT1H30M')
    expect(durationOf(0, 'minutes')).toBe('PT0S')
  })

  it('is told in the largest unit without a fraction', () => {
    expect(unitFor('PT168H', ['minutes', 'hours', 'days'])).toBe('days')
    expect(unitFor('PT36H', ['minutes', 'hours', 'days'])).toBe('hours')
    expect(unitFor('PT90M', ['minutes', 'hours'])).toBe('minutes')
    expect(amountOf('PT36H', 'days')).toBe(1.5)
  })
})
