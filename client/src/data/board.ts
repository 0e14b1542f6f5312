import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { queryString, request } from '~/api/raw'
import type { Page, Schemas } from '~/api/types'
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

/** Which tickets the board is about. */
export type BoardScope = Partial<Record<'teamId' | 'priority' | 'serviceId' | 'siteId', string>>

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

const listOf = (figure: BoardFigure, scope: BoardScope) =>
  queryString({ practice: 'incident', ...boardFigures[figure], ...scope }).slice(1)

async function count(figure: BoardFigure, scope: BoardScope, signal: AbortSignal): Promise<Counted> {
  const list = listOf(figure, scope)
  const page = await request<Page<TicketRow>>('GET', `/tickets?${list}&count=true&limit=1`, { signal })
  return { count: page.total ?? 0, more: page.totalCapped ?? false, list }
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

/** What is open now and how pressing it is: in all, and for each key of the dimension. */
export const boardQuery = (scope: BoardScope, by: 'teamId' | 'priority', keys: readonly string[]) =>
  queryOptions({
    queryKey: ['board', scope, by, keys],
    placeholderData: keepPreviousData,
    // A deadline passes without any event.
    refetchInterval: 60_000,
    queryFn: async ({ signal }): Promise<Board> => {
      const figures = Object.keys(boardFigures) as BoardFigure[]
      const counted = await inTurn(figures.map((figure) => () => count(figure, scope, signal)))
      const totals = Object.fromEntries(figures.map((figure, at) => [figure, counted[at]!])) as Board['totals']

      // Where there is nothing in all, no row need be asked.
      const cells = keys.flatMap((key) => rowFigures.map((figure) => ({ figure, scope: { ...scope, [by]: key } })))
      const found = await inTurn(
        cells.map(
          (cell) => async () =>
            totals[cell.figure].count === 0
              ? { count: 0, more: false, list: listOf(cell.figure, cell.scope) }
              : count(cell.figure, cell.scope, signal),
        ),
      )
      return {
        totals,
        rows: keys.map((key, row) => ({
          key,
          figures: Object.fromEntries(
            rowFigures.map((figure, column) => [figure, found[row * rowFigures.length + column]!]),
          ) as Record<RowFigure, Counted>,
        })),
      }
    },
  })
