import { describe, expect, it } from 'vitest'
import { fitColumns, gridTemplate, usualColumns } from './columns'

describe('the columns of a list', () => {
  it('are all shown where there is room', () => {
    expect(fitColumns(usualColumns, 1300)).toEqual(usualColumns)
  })

  it('give way by what can be done without, and a row always says what it is and when it is due', () => {
    expect(fitColumns(usualColumns, 664)).toEqual(['priority', 'title', 'state', 'owner', 'deadline'])
    expect(fitColumns(usualColumns, 300)).toEqual(['priority', 'title', 'deadline'])
  })

  it('keep the order a person gave them', () => {
    expect(fitColumns(['deadline', 'title', 'updated', 'reference'], 486)).toEqual(['deadline', 'title', 'reference'])
  })

  it('give the room that is left to the title', () => {
    expect(gridTemplate(['reference', 'title'])).toBe('24px 92px minmax(0, 1fr)')
  })
})
