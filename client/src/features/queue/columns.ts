/** What a row can show, in the order a person who changed nothing sees it. */
export const columns = [
  { id: 'priority', width: 46 },
  { id: 'reference', width: 92 },
  // Forty characters of a subject, and the first words of what was said last.
  { id: 'title', width: 310 },
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

/** What gives way so that the subject can be read, the first first. */
const givingWay: readonly ColumnId[] = [
  'updated',
  'opened',
  'service',
  'category',
  'site',
  'team',
  'requester',
  'owner',
]
/** How a ticket is called and how it stands goes only when a few words of its subject would not fit. */
const lastToGo: readonly ColumnId[] = ['state', 'reference']
const fewWords = 200

/** Those that fit into the room, in the person's order; never without what it is about, how much it presses and when it is due. */
export function fitColumns(wanted: readonly ColumnId[], room: number): ColumnId[] {
  const needed = (some: readonly ColumnId[], title: number) =>
    padding + tick + some.reduce((sum, id) => sum + gap + (id === 'title' ? title : (width.get(id) ?? 0)), 0)
  let kept = [...wanted]
  const give = (ids: readonly ColumnId[], title: number) => {
    for (const id of ids) {
      if (needed(kept, title) <= room) break
      kept = kept.filter((each) => each !== id)
    }
  }
  give(givingWay, width.get('title')!)
  give(lastToGo, fewWords)
  return kept
}

export const gridTemplate = (shown: readonly ColumnId[]): string =>
  [`${tick}px`, ...shown.map((id) => (id === 'title' ? `minmax(0, 1fr)` : `${width.get(id)}px`))].join(' ')
