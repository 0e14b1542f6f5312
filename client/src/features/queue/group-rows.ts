import type { TicketRow } from '~/data/tickets'

export const groupings = ['none', 'priority', 'state', 'owner', 'team', 'requester', 'category'] as const
export type Grouping = (typeof groupings)[number]

const states = ['new', 'assigned', 'inProgress', 'pending', 'resolved', 'closed', 'cancelled']

/** By what rows are told apart, and how such a group is called; '' when it has none. */
function groupOf(row: TicketRow, by: Grouping): string {
  switch (by) {
    case 'priority':
      return row.priority
    case 'state':
      return row.state
    case 'owner':
      return row.assignee?.name ?? ''
    case 'team':
      return row.team?.name ?? ''
    case 'requester':
      return row.requester.name
    case 'category':
      return row.category?.name ?? ''
    case 'none':
      return ''
  }
}

export interface Group {
  key: string
  count: number
  /** The place of its first row. */
  at: number
}

/** The rows with those of a group beside each other, in the order they had; groups by name, states by the life of a ticket. */
export function groupRows(
  rows: readonly TicketRow[],
  by: Grouping,
  compare: (a: string, b: string) => number,
): { rows: readonly TicketRow[]; groups: Group[] } {
  if (by === 'none') return { rows, groups: [] }
  const members = new Map<string, TicketRow[]>()
  for (const row of rows) {
    const key = groupOf(row, by)
    const known = members.get(key)
    if (known) known.push(row)
    else members.set(key, [row])
  }
  const keys = [...members.keys()].sort((a, b) => {
    if (by === 'state') return states.indexOf(a) - states.indexOf(b)
    // Who has none comes first: those are to be dealt with.
    return a === '' || b === '' ? a.length - b.length : compare(a, b)
  })
  const ordered: TicketRow[] = []
  const groups = keys.map((key) => {
    const group = { key, count: members.get(key)!.length, at: ordered.length }
    ordered.push(...members.get(key)!)
    return group
  })
  return { rows: ordered, groups }
}

export type Line = { group: Group } | { index: number }

/** What the list draws: the rows, with a heading before each group. */
export function linesOf(count: number, groups: readonly Group[]): Line[] {
  const heads = new Map(groups.map((group) => [group.at, group]))
  const lines: Line[] = []
  for (let index = 0; index < count; index++) {
    const group = heads.get(index)
    if (group) lines.push({ group })
    lines.push({ index })
  }
  return lines
}
