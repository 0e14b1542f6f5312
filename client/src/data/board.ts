import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { queryString, request } from '~/api/raw'
import type { Schemas } from '~/api/types'
import type { ReportScope } from './reports'

export type TicketCounts = Schemas['TicketCounts']

/** Follows the events as every list does; whatever else counts what is open now is read after it. */
export const ticketCountsQuery = queryOptions({
  queryKey: ['tickets', 'counts', 'states'],
  queryFn: () => request<TicketCounts>('GET', '/tickets/counts'),
})

export type Board = Schemas['LiveBoard']

/** What the board tells in all. */
export type BoardFigure = Exclude<keyof Schemas['LiveBoardTotal'], 'list'>

export const rowFigures = ['open', 'unassigned', 'atRisk', 'breached'] as const satisfies readonly BoardFigure[]

/** What its rows are told apart by. */
export type BoardBy = 'teamId' | 'priority'

/** What is open now and how pressing it is: in all, and for each key of the dimension. */
export const boardQuery = (scope: ReportScope, by: BoardBy) =>
  queryOptions({
    queryKey: ['board', scope, by],
    placeholderData: keepPreviousData,
    // A deadline passes without any event.
    refetchInterval: 60_000,
    queryFn: ({ signal }) =>
      request<Board>('GET', `/reports/live-board${queryString({ groupBy: by === 'teamId' ? 'team' : by, ...scope })}`, {
        signal,
      }),
  })
