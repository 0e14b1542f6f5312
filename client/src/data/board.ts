import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { queryString, request } from '~/api/raw'
import type { Page, Schemas } from '~/api/types'
import type { ReportScope } from './reports'
import type { TicketRow } from './tickets'

export type TicketCounts = Schemas['TicketCounts']

/** Follows the events as every list does; whatever else counts what is open now is read after it. */
export const ticketCountsQuery = queryOptions({
  queryKey: ['tickets', 'counts', 'states'],
  queryFn: () => request<TicketCounts>('GET', '/tickets/counts'),
})

/** What the board tells of, each by the conditions that list it. */
export const boardFigures = {
  open: { open: 'true' },
  unassigned: { open: 'true', q: 'owner:empty' },
  atRisk: { open: 'true', q: 'sla:atRisk' },
  breached: { open: 'true', sla: 'breached' },
  waiting: { state: 'pending' },
  major: { open: 'true', major: 'true' },
  openedToday: { q: 'created>=today' },
  resolvedToday: { q: 'resolved>=today' },
} as const satisfies Record<string, Record<string, string>>

export type BoardFigure = keyof typeof boardFigures

export const rowFigures = ['open', 'unassigned', 'atRisk', 'breached'] as const satisfies readonly BoardFigure[]

export type RowFigure = (typeof rowFigures)[number]

/** What its rows are told apart by. */
export type BoardBy = 'teamId' | 'priority'

export interface Counted {
  count: number
  more: boolean
  /** The query string that lists them. */
  list: string
}

export interface Board {
  totals: Record<BoardFigure, Counted>
  rows: { key: string; figures: Record<RowFigure, Counted> }[]
}

const listOf = (figure: BoardFigure, scope: ReportScope) =>
  queryString({ practice: 'incident', ...boardFigures[figure], ...scope }).slice(1)

/** As many rows as a list answers at once. */
const pageful = 200

const keyOf: Record<BoardBy, (row: TicketRow) => string> = {
  teamId: (row) => row.team?.id ?? 'none',
  priority: (row) => row.priority,
}

/** How many of the tickets each key has. */
function countBy(by: BoardBy, rows: readonly TicketRow[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(keyOf[by](row), (counts.get(keyOf[by](row)) ?? 0) + 1)
  return counts
}

async function find(figure: BoardFigure, scope: ReportScope, by: BoardBy, limit: number, signal: AbortSignal) {
  const list = listOf(figure, scope)
  const page = await request<Page<TicketRow>>('GET', `/tickets?${list}&count=true&limit=${limit}`, { signal })
  const counted: Counted = { count: page.total ?? 0, more: page.totalCapped ?? false, list }
  return { counted, keys: page.items.length === counted.count ? countBy(by, page.items) : undefined }
}

/** A few at a time, so that whatever else the page asks for need not wait. */
async function inTurn<T>(tasks: readonly (() => Promise<T>)[], width = 3): Promise<T[]> {
  const results: T[] = []
  let next = 0
  const work = async () => {
    while (next < tasks.length) {
      const at = next++
      results[at] = await tasks[at]!()
    }
  }
  await Promise.all(Array.from({ length: width }, work))
  return results
}

const figures = Object.keys(boardFigures) as BoardFigure[]

const isRowFigure = (figure: BoardFigure) => rowFigures.some((each) => each === figure)

/**
 * What is open now and how pressing it is: in all, and for each key of the dimension. One page of each figure's list counts it and, unless it
 * holds more than a page, tells its tickets apart; only what is longer is asked for key by key.
 */
export const boardQuery = (scope: ReportScope, by: BoardBy, keys: readonly string[]) => {
  const queryKey = ['board', scope, by, keys] as const
  return queryOptions({
    queryKey,
    placeholderData: keepPreviousData,
    // A deadline passes without any event.
    refetchInterval: 60_000,
    queryFn: async ({ signal, client }): Promise<Board> => {
      const before = client.getQueryData<Board>(queryKey)?.totals
      const limit = (figure: BoardFigure) =>
        isRowFigure(figure) && (before?.[figure].count ?? 0) <= pageful ? pageful : 1
      const found = await inTurn(figures.map((figure) => () => find(figure, scope, by, limit(figure), signal)))
      const of = (figure: BoardFigure) => found[figures.indexOf(figure)]!

      // Whoever has a ticket has a row, so that the rows come to the total.
      const all = [...new Set([...keys, ...rowFigures.flatMap((figure) => [...(of(figure).keys?.keys() ?? [])])])]
      const cells = all.flatMap((key) => rowFigures.map((figure) => ({ figure, key })))
      const counted = await inTurn(
        cells.map(({ figure, key }) => async (): Promise<Counted> => {
          const narrowed = { ...scope, [by]: key }
          const known = of(figure).keys
          return known
            ? { count: known.get(key) ?? 0, more: false, list: listOf(figure, narrowed) }
            : (await find(figure, narrowed, by, 1, signal)).counted
        }),
      )
      return {
        totals: Object.fromEntries(figures.map((figure) => [figure, of(figure).counted])) as Board['totals'],
        rows: all.map((key, row) => ({
          key,
          figures: Object.fromEntries(
            rowFigures.map((figure, column) => [figure, counted[row * rowFigures.length + column]!]),
          ) as Record<RowFigure, Counted>,
        })),
      }
    },
  })
}
