/**
 * What a row can show, and the order its head gives first: the most pressing, the newest. There is one where the server has an index.
 * In the order a person who changed nothing sees it.
 */
export const columns = [
  { id: 'priority', width: 46, sort: 'priority,dueAt' },
  { id: 'reference', width: 92, sort: 'reference' },
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
  { id: 'deadline', width: 126, sort: 'dueAt' },
  { id: 'opened', width: 114, sort: '-openedAt' },
  { id: 'updated', width: 114, sort: '-updatedAt' },
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
  [tick, ...shown.map((id) => (id === 'title' ? id : width.get(id)!))]
    .map((size) => (size === 'title' ? 'minmax(0, 1fr)' : `${size / 16}rem`))
    .join(' ')

const sorts = new Map<ColumnId, string>(
  columns.flatMap((column) => ('sort' in column ? [[column.id, column.sort]] : [])),
)

/** The other way round. */
const reversed = (sort: string): string =>
  sort
    .split(',')
    .map((key) => (key.startsWith('-') ? key.slice(1) : `-${key}`))
    .join(',')

/** As the server takes it, "priority" and "priority,dueAt" are one order. */
const whole = (sort: string) => sort.replace(/^(-?)priority$/, '$1priority,$1dueAt')

export interface ColumnSort {
  /** What the head asks for when it is used. */
  next: string
  /** How the list stands by this column; nothing when by another. */
  now: 'ascending' | 'descending' | undefined
}

/** What the head of a column does to the order; nothing for one that no list is sorted by. */
export function columnSort(id: ColumnId, sort: string | undefined): ColumnSort | null {
  const first = sorts.get(id)
  if (!first) return null
  const present = sort === undefined ? '' : whole(sort)
  if (present !== first && present !== reversed(first)) return { next: first, now: undefined }
  return { next: reversed(present), now: present.startsWith('-') ? 'descending' : 'ascending' }
}

/** The column a list is sorted by. */
export const sortedColumn = (sort: string): ColumnId | undefined =>
  columns.find(({ id }) => columnSort(id, sort)?.now !== undefined)?.id
