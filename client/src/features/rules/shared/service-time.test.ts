import { describe, expect, it } from 'vitest'
import { fromIso, parseServiceTime, serviceTime, toIso, workingDays } from './service-time'

const hour = 3600
const tenHours = 10 * hour

describe('time of service', () => {
  it.each([
    ['4 h 30', 4.5 * hour],
    ['4h30', 4.5 * hour],
    ['4:30', 4.5 * hour],
    ['4', 4 * hour],
    ['1j 2h', 12 * hour],
    ['1 day and 2 hours', 12 * hour],
    ['2 jours', 20 * hour],
    ['1,5 h', 1.5 * hour],
    ['90 min', 1.5 * hour],
    ['4\u00a0h\u00a030\u00a0min', 4.5 * hour],
    ['1 h 5 min 30', hour + 330],
  ])('reads %s', (text, seconds) => {
    expect(parseServiceTime(text, tenHours)).toBe(seconds)
  })

  it.each(['', 'soon', '4 x', '-4 h', '1j 2', 'h', '4:75'])('does not guess what "%s" could mean', (text) => {
    expect(parseServiceTime(text, tenHours)).toBeNull()
  })

  it('counts a day as what the calendar opens', () => {
    expect(parseServiceTime('1 j', 24 * hour)).toBe(24 * hour)
    expect(parseServiceTime('1 j', 0)).toBeNull()
    expect(parseServiceTime('2 h', 0)).toBe(2 * hour)
    expect(workingDays(24 * hour, tenHours)).toEqual({ days: 2, rest: 4 * hour })
    expect(workingDays(hour, 0)).toEqual({ days: 0, rest: hour })
  })

  it('writes and reads what the API knows, never days', () => {
    expect(toIso(40 * hour + 90)).toBe('PT40H1M30S')
    expect(toIso(0)).toBe('PT0S')
    expect(fromIso('PT40H1M30S')).toBe(40 * hour + 90)
    expect(fromIso('P1DT2H')).toBe(26 * hour)
    expect(fromIso(null)).toBeNull()
  })

  it('shows hours however many there are', () => {
    expect(serviceTime(40 * hour, 'en')).toBe('40h')
    expect(serviceTime(4.5 * hour, 'fr')).toBe('4\u00a0h\u00a030\u00a0min')
    expect(serviceTime(0, 'fr')).toBe('0\u00a0min')
  })
})
