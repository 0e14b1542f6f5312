import { expect, it } from 'vitest'
import { intervalOf, intervalsFor } from './interval'

it.each([
  [7, 'day'],
  [30, 'day'],
  [90, 'week'],
  [365, 'month'],
  [5000, 'month'],
])('cuts %d days by %s unless told otherwise', (days, interval) => {
  expect(intervalOf(undefined, days)).toBe(interval)
})

it('cuts as it was told where the server can', () => {
  expect(intervalOf('week', 365)).toBe('week')
  expect(intervalOf('day', 5000)).toBe('month')
  expect(intervalsFor(5000)).toEqual(['month'])
})
