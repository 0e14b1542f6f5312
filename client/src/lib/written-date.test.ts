import { describe, expect, it } from 'vitest'
import { readDate, writeDate } from './written-date'

describe('a date that is written', () => {
  it.each([
    '29/11/2026',
    '29.11.2026',
    '29-11-2026',
    '29/11/26',
    '2026-11-29',
    '29 Nov 2026',
    '29 november 2026',
    '29 novembre 2026',
    '29 nov. 2026',
    'Nov 29, 2026',
    ' 29  NOV  2026 ',
  ])('is read from “%s”', (text) => expect(readDate(text, 'date')).toBe('2026-11-29'))

  it('is read with accents and without, and the first as the French write it', () => {
    expect(readDate('1er février 2027', 'date')).toBe('2027-02-01')
    expect(readDate('5 aout 2027', 'date')).toBe('2027-08-05')
  })

  it.each([
    '',
    '31/02/2026',
    '29/13/2026',
    '29/11',
    '29/11/202',
    '5 jui 2026',
    '29 Foo 2026',
    'tomorrow',
    '29/11-2026',
  ])('is not guessed from “%s”', (text) => expect(readDate(text, 'date')).toBeNull())

  it.each([
    '29/11/2026 14:30',
    '29/11/2026 14h30',
    '29/11/2026 14 h 30',
    '29 Nov 2026, 14:30',
    '29 Nov 2026 at 2:30 pm',
    '29 novembre 2026 à 14:30',
    '2026-11-29T14:30',
    '2026-11-29T14:30:00',
    '29.11.2026 14.30',
  ])('has a time in “%s”', (text) => expect(readDate(text, 'dateTime')).toBe('2026-11-29T14:30'))

  it('has a whole hour when that is said', () => {
    expect(readDate('29/11/2026 9h', 'dateTime')).toBe('2026-11-29T09:00')
    expect(readDate('29/11/2026 12 am', 'dateTime')).toBe('2026-11-29T00:00')
  })

  it.each([
    '29/11/2026',
    '29/11/2026 14',
    '29/11/2026 14:3',
    '29/11/2026 25:00',
    '29/11/2026 14:60',
    '29/11/2026 13 pm',
  ])('is not whole in “%s”', (text) => expect(readDate(text, 'dateTime')).toBeNull())

  it('reads as the reader writes it, and is read back', () => {
    expect(writeDate('2026-11-29', 'en', 'date')).toBe('29 Nov 2026')
    expect(writeDate('2026-09-05T08:05', 'fr', 'dateTime')).toBe('05/09/2026 08:05')
    for (const language of ['en', 'fr'])
      for (let month = 1; month <= 12; month++) {
        const date = `2026-${String(month).padStart(2, '0')}-05T23:59`
        expect(readDate(writeDate(date, language, 'dateTime'), 'dateTime'), `${language} ${date}`).toBe(date)
      }
  })

  it('stays as it was written when it is none', () => {
    expect(writeDate('31/02/2026', 'fr', 'date')).toBe('31/02/2026')
    expect(writeDate('', 'fr', 'date')).toBe('')
  })
})
