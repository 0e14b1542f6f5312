import { describe, expect, it } from 'vitest'
import { age, duration, makeFormat, openTime } from './format'

describe('duration', () => {
  it.each([
    [0, '0m', '0 min'],
    [59, '0m', '0 min'],
    [42 * 60, '42m', '42 min'],
    [3 * 3600 + 600, '3h 10m', '3 h 10 min'],
    [27 * 3600, '1d 3h', '1 j 3 h'],
    [24 * 3600 + 300, '1d', '1 j'],
    [-(2 * 3600 + 600), '−2h 10m', '−2 h 10 min'],
  ])('says %d seconds in two units at most', (seconds, english, french) => {
    expect(duration(seconds, 'en')).toBe(english)
    expect(duration(seconds, 'fr').replaceAll('\u00a0', ' ')).toBe(french)
  })
})

describe('age', () => {
  it.each([
    [-5, '0m', '0 min'],
    [42 * 60, '42m', '42 min'],
    [3 * 3600 + 600, '3h', '3 h'],
    [100 * 3600, '4d', '4 j'],
  ])('says %d seconds in one unit', (seconds, english, french) => {
    expect(age(seconds, 'en')).toBe(english)
    expect(age(seconds, 'fr').replaceAll('\u00a0', ' ')).toBe(french)
  })
})

describe('open time', () => {
  it.each([
    [42 * 60, '42m', '42 min'],
    [3 * 3600 + 600, '3h 10m', '3 h 10 min'],
    [27 * 3600 + 600, '27h', '27 h'],
    [-178 * 3600, '−178h', '−178 h'],
    [1199.89 * 3600, '1,199h', '1\u202f199 h'],
  ])('of %d seconds is never counted in days', (seconds, english, french) => {
    expect(openTime(seconds, 'en')).toBe(english)
    expect(openTime(seconds, 'fr').replaceAll('\u00a0', ' ')).toBe(french)
  })
})

describe('dates', () => {
  const at = '2026-11-23T13:30:00Z'
  it('are in the zone of the reader, not of the machine', () => {
    expect(makeFormat('en', 'Europe/Paris').time(at)).toBe('14:30')
    expect(makeFormat('en', 'America/New_York').time(at)).toBe('08:30')
  })
  it('are relative within a day', () => {
    const now = Date.parse('2026-11-23T13:42:00Z')
    expect(makeFormat('en', 'UTC').ago(at, now)).toMatch(/12 min/)
    expect(makeFormat('en', 'UTC').ago(at, Date.parse(at) + 5_000)).toBe('just now')
    expect(makeFormat('en', 'UTC').ago(at, Date.parse(at) - 120_000), 'a clock behind the server’s').toBe('just now')
    expect(makeFormat('fr', 'UTC').ago(at, Date.parse(at) + 5_000)).toBe('à l’instant')
    expect(makeFormat('fr', 'UTC').ago('2026-11-20T13:30:00Z', now)).toMatch(/20 nov/)
  })
  it('write numbers as the reader does', () => {
    expect(makeFormat('fr', 'UTC').number(10_000)).toMatch(/^10\s000$/)
    expect(makeFormat('en', 'UTC').number(10_000)).toBe('10,000')
  })
})
