import { expect, it } from 'vitest'
import { readArrangement } from './arrangement'
import { usualColumns } from './columns'

it('reads back what a person chose', () => {
  const kept = { columns: ['title', 'deadline'], group: 'state', sorts: { 'my-work': 'dueAt' } }
  expect(readArrangement(kept)).toEqual(kept)
})

it('leaves out what no list knows any more, and never a list without titles', () => {
  expect(readArrangement({ columns: ['title', 'weather', 'title'], group: 'moon', sorts: { a: 1 } })).toEqual({
    columns: ['title'],
    group: 'none',
    sorts: {},
  })
  expect(readArrangement({ columns: ['deadline'] }).columns).toEqual(usualColumns)
  expect(readArrangement(undefined)).toEqual({ columns: usualColumns, group: 'none', sorts: {} })
})
