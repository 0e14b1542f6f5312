import { describe, expect, it } from 'vitest'
import { bodyOfMatrix, oddCells, valuesOfMatrix, type Matrix } from './matrix-form'

const matrix: Matrix = {
  practice: 'incident',
  rows: [
    ['p1', 'p2', 'p3'],
    ['p2', 'p3', 'p4'],
    ['p3', 'p4', 'p5'],
  ],
  version: 1,
}

describe('the priority matrix', () => {
  it('has a field for each impact and urgency and gives the rows back', () => {
    const values = valuesOfMatrix(matrix)
    expect(values.high_low).toBe('p3')
    expect(values.low_high).toBe('p3')
    expect(values.medium_low).toBe('p4')
    expect(bodyOfMatrix(values)).toEqual({ rows: matrix.rows })
  })

  it('tells where less impact or urgency would go first', () => {
    expect(oddCells(valuesOfMatrix(matrix))).toEqual([])
    expect(oddCells({ ...valuesOfMatrix(matrix), low_low: 'p1' })).toEqual(['low_low'])
    expect(oddCells({ ...valuesOfMatrix(matrix), high_high: 'p5' })).toEqual(['high_medium', 'medium_high'])
  })
})
