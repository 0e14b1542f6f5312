import { describe, expect, it } from 'vitest'
import { columnSort, fitColumns, gridTemplate, sortedColumn, usualColumns } from './columns'

describe('the columns of a list', () => {
  it('are all shown where there is room', () => {
    expect(fitColumns(usualColumns, 1300)).toEqual(usualColumns)
  })

  it('leave the subject room for some words on a small screen, and give up the last change first', () => {
    expect(fitColumns(usualColumns, 1026)).toEqual(usualColumns.filter((id) => id !== 'updated'))
  })

  it('beside the preview still say how the ticket is called and how it stands', () => {
    expect(fitColumns(usualColumns, 666)).toEqual(['priority', 'reference', 'title', 'state', 'deadline'])
  })

  it('never give up the number before the persons', () => {
    for (let room = 300; room < 1300; room += 20) {
      const shown = fitColumns(usualColumns, room)
      if (!shown.includes('reference')) expect(shown).not.toEqual(expect.arrayContaining(['requester']))
      if (!shown.includes('reference')) expect(shown).not.toEqual(expect.arrayContaining(['owner']))
    }
    expect(fitColumns(usualColumns, 300)).toEqual(['priority', 'title', 'deadline'])
  })

  it('keep the order a person gave them', () => {
    expect(fitColumns(['deadline', 'title', 'updated', 'reference'], 630)).toEqual(['deadline', 'title', 'reference'])
  })

  it('give the room that is left to the title', () => {
    expect(gridTemplate(['reference', 'title'])).toBe('1.5rem 5.75rem minmax(0, 1fr)')
  })
})

describe('the head of a column', () => {
  it('sorts by what presses most or is newest first, then the other way round', () => {
    expect(columnSort('deadline', undefined)).toEqual({ next: 'dueAt', now: undefined })
    expect(columnSort('deadline', 'dueAt')).toEqual({ next: '-dueAt', now: 'ascending' })
    expect(columnSort('deadline', '-dueAt')).toEqual({ next: 'dueAt', now: 'descending' })
    expect(columnSort('updated', 'dueAt')).toEqual({ next: '-updatedAt', now: undefined })
  })

  it('turns every key of an order round, as the server wants it', () => {
    expect(columnSort('priority', 'priority,dueAt')).toEqual({ next: '-priority,-dueAt', now: 'ascending' })
    expect(columnSort('priority', 'priority')).toEqual({ next: '-priority,-dueAt', now: 'ascending' })
  })

  it('does nothing where the server has no such order', () => {
    expect(columnSort('requester', 'dueAt')).toBeNull()
  })

  it('is found for the order of a list', () => {
    expect(sortedColumn('-openedAt')).toBe('opened')
    expect(sortedColumn('relevance')).toBeUndefined()
  })
})
