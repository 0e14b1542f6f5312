import { describe, expect, it } from 'vitest'
import type { TicketRow } from '~/data/tickets'
import { groupRows, linesOf } from './group-rows'

const row = (id: string, state: string, owner?: string) =>
  ({ id, state, assignee: owner ? { id: owner, name: owner } : null }) as TicketRow
const rows = [row('1', 'pending', 'Zoë'), row('2', 'new'), row('3', 'pending', 'Émile'), row('4', 'new', 'Zoë')]
const compare = new Intl.Collator('fr').compare
const ids = (some: readonly TicketRow[]) => some.map((each) => each.id).join('')

describe('rows in groups', () => {
  it('stay as they are without any', () => {
    expect(groupRows(rows, 'none', compare)).toEqual({ rows, groups: [] })
  })

  it('follow the life of a ticket when grouped by state, and keep their order within', () => {
    const grouped = groupRows(rows, 'state', compare)
    expect(ids(grouped.rows)).toBe('2413')
    expect(grouped.groups).toEqual([
      { key: 'new', count: 2, at: 0 },
      { key: 'pending', count: 2, at: 2 },
    ])
  })

  it('show first those that nobody has, then by name as the language sorts it', () => {
    const grouped = groupRows(rows, 'owner', compare)
    expect(grouped.groups.map((group) => group.key)).toEqual(['', 'Émile', 'Zoë'])
    expect(ids(grouped.rows)).toBe('2314')
  })

  it('have a heading before the first row of each', () => {
    const { groups } = groupRows(rows, 'state', compare)
    expect(linesOf(4, groups).map((line) => ('group' in line ? line.group.key : line.index))).toEqual([
      'new',
      0,
      1,
      'pending',
      2,
      3,
    ])
  })
})
