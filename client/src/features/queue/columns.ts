/** What a row can show, in the order a person who changed nothing sees it. */
export const columns = [
  { id: 'priority', width: 46 },
  { id: 'reference', width: 92 },
  { id: 'title', width: 180 },
  { id: 'requester', width: 116 },
  { id: 'site', width: 92 },
  { id: 'category', width: 116 },
  { id: 'service', width: 116 },
  { id: 'state', width: 98 },
  { id: 'owner', width: 116 },
  { id: 'team', width: 116 },
  // Wide enough for "−23 h 59 min", which French writes out.
  { id: 'deadline', width: 126 },
  { id: 'opened', width: 114 },
  { id: 'updated', width: 114 },
] as const

export type ColumnId = (typeof columns)[number]['id']

export const usualColumns: readonly ColumnId[] = [
  'priority',
  'reference',
  'title',
  'requester',
  'state',
  'owner',
  'deadline',
  'updated',
]

const width = new Map<ColumnId, number>(columns.map((column) => [column.id, column.width]))
const tick = 24
const gap = 10
const padding = 24

/** What can be done without first; never what the ticket is about, how much it presses and when it is due. */
const givingWay: readonly ColumnId[] = [
  'updated',
  'opened',
  'service',
  'category',
  'site',
  'team',
  'requester',
  'reference',
  'owner',
  'state',
]

/** Those that fit into the room, in the person's order. */
export function fitColumns(wanted: readonly ColumnId[], room: number): ColumnId[] {
  const needed = (some: readonly ColumnId[]) =>
    padding + tick + some.reduce((sum, id) => sum + gap + (width.get(id) ?? 0), 0)
  let kept = [...wanted]
  for (const id of givingWay) {
    if (needed(kept) <= room) break
    kept = kept.filter((each) => each !== id)
  }
  return kept
}

export const gridTemplate = (shown: readonly ColumnId[]): string =>
  [`${tick}px`, ...shown.map((id) => (id === 'title' ? `minmax(0, 1fr)` : `${width.get(id)}px`))].join(' ')
