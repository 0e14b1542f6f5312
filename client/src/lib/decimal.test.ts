import { describe, expect, it } from 'vitest'
import { readDecimal, writeDecimal } from './decimal'

describe('a number as somebody writes it', () => {
  it.each([
    ['12,5', 'fr', 12.5],
    ['12.5', 'fr', 12.5],
    ['12.5', 'en', 12.5],
    ['1 250,75', 'fr', 1250.75],
    ['1\u202f250', 'fr', 1250],
    ['12,', 'fr', 12],
    [',5', 'fr', 0.5],
    ['−3', 'en', -3],
    [' 7 ', 'en', 7],
  ] as const)('reads %s in %s', (text, language, value) => {
    expect(readDecimal(text, language)).toBe(value)
  })

  it.each([
    ['12,5', 'en'],
    ['1,250.5', 'en'],
    ['1.250,5', 'fr'],
    ['1 2', 'fr'],
    ['twelve', 'en'],
    ['1e5', 'en'],
    ['-', 'en'],
    ['.', 'en'],
    ['12345678901234567890', 'en'],
  ] as const)('makes no number out of %s in %s', (text, language) => {
    expect(readDecimal(text, language)).toBeNaN()
  })

  it('knows nothing from no number', () => {
    expect(readDecimal('  ', 'en')).toBeUndefined()
  })

  it('writes it with the mark of the reader', () => {
    expect([writeDecimal(12.5, 'fr'), writeDecimal(12.5, 'en'), writeDecimal(undefined, 'fr')]).toEqual([
      '12,5',
      '12.5',
      '',
    ])
  })
})
