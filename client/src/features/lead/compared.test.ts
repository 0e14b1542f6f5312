import { expect, it } from 'vitest'
import { compared } from './compared'
import { mostRows } from './most-rows'

const percent = (share: number) => `${Math.round(share * 100)} %`

it.each([
  [150, 100, '+50 %'],
  [50, 100, '−50 %'],
  [100, 100, '±0 %'],
])('says that %d is %s against %d', (now, before, text) => {
  expect(compared(now, before, percent)).toBe(text)
})

it('says nothing of a change from nothing, nor before the figures are there', () => {
  expect(compared(10, 0, percent)).toBeUndefined()
  expect(compared(10, undefined, percent)).toBeUndefined()
})

it('leaves a chart its twelve largest rows in their own order', () => {
  const rows = Array.from({ length: 20 }, (_, at) => ({ at, size: at % 2 === 0 ? 100 + at : at }))
  expect(mostRows(rows, (row) => row.size).map((row) => row.at)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 17, 18, 19])
})
