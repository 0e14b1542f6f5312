import { expect, it } from 'vitest'
import { splitReport } from './split-report'

it('makes a short text the title alone', () => {
  expect(splitReport('  The VPN drops  ')).toEqual({ title: 'The VPN drops', description: null })
})

it('makes the first sentence the title and keeps the whole', () => {
  const text = 'The printer shows E-42. It prints nothing.\nSince Monday.'
  expect(splitReport(text)).toEqual({ title: 'The printer shows E-42.', description: text })
})

it('cuts a long line between words', () => {
  const { title, description } = splitReport('word '.repeat(60))
  expect(title.length).toBeLessThanOrEqual(122)
  expect(title.endsWith('word…')).toBe(true)
  expect(description).not.toBeNull()
})
