import { infiniteQueryOptions, queryOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import { request } from '~/api/raw'
import type { Page, Schemas } from '~/api/types'
import { tellingWords } from '~/lib/telling-words'

/** A ticket as lists show it. */
export type TicketRow = Schemas['TicketRow']

export type View = Schemas['ViewResponse']

export const openStates = ['new', 'assigned', 'inProgress', 'pending', 'resolved'] as const

export type Filter = Record<string, string | number | boolean | readonly string[] | undefined>

export const ticketsQuery = (filter: Filter) =>
  queryOptions({
    queryKey: ['tickets', 'list', filter],
    queryFn: () => request<Page<TicketRow>>('GET', '/tickets', { query: filter }),
  })

export type Mine = 'open' | 'done' | 'followed'

const mine: Record<Mine, Filter> = {
  open: { requesterId: 'me', state: openStates },
  done: { requesterId: 'me', state: ['closed', 'cancelled'] },
  followed: { q: 'watcher:me -requester:me' },
}

/** What somebody reported, or follows; page after page, and how many there are of it. */
export const myTicketsQuery = (which: Mine) =>
  infiniteQueryOptions({
    queryKey: ['tickets', 'mine', which],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      request<Page<TicketRow>>('GET', '/tickets', {
        query: {
          ...mine[which],
          sort: '-updatedAt',
          limit: 50,
          cursor: pageParam || undefined,
          count: pageParam === '' || undefined,
        },
      }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

export const viewsQuery = queryOptions({
  queryKey: ['views'],
  staleTime: 60_000,
  queryFn: () => request<Page<View>>('GET', '/views'),
})

export const viewCountsQuery = queryOptions({
  queryKey: ['tickets', 'counts', 'views'],
  queryFn: () =>
    request<{ views: { id: string; name: string; count: number; more: boolean }[] }>('GET', '/views/counts'),
})

export interface QueueSearch {
  view: string
  q?: string
  sort?: string
}

/** All tickets that a report's figure counts come by the filter it names; everything else is a view. */
function queuePage(
  { view, q, sort }: QueueSearch,
  filter: string | undefined,
  page: { cursor: string; limit: number; count?: boolean },
  signal?: AbortSignal,
) {
  const query = { q, sort, ...page }
  if (view !== 'all') return request<Page<TicketRow>>('GET', `/views/${view}/tickets`, { query, signal })
  const fixed = new URLSearchParams(filter)
  const named = Object.fromEntries([...fixed.keys()].map((name) => [name, fixed.getAll(name)]))
  const words = fixed.get('q')
  if (words) query.q = q ? `(${words}) (${q})` : words
  return request<Page<TicketRow>>('GET', '/tickets', { query: { ...named, ...query }, signal })
}

export const queueQuery = (search: QueueSearch, filter?: string) =>
  infiniteQueryOptions({
    queryKey: ['tickets', 'queue', search.view, search.q ?? '', search.sort ?? '', filter ?? ''],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      queuePage(search, filter, { cursor: pageParam, limit: 100, count: pageParam === '' || undefined }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: 60_000,
  })

/** So many of a list are counted, and so many can be taken together. */
export const wholeAtMost = 10_000

/** Everything in a list, page after page, up to what can be taken together. */
export async function readWhole(
  search: QueueSearch,
  filter: string | undefined,
  onRead: (count: number) => void,
  signal: AbortSignal,
): Promise<TicketRow[]> {
  const rows = new Map<string, TicketRow>()
  let cursor: string | null = ''
  while (cursor !== null && rows.size < wholeAtMost) {
    const page: Page<TicketRow> = await queuePage(search, filter, { cursor, limit: 200 }, signal)
    for (const row of page.items) rows.set(row.id, row)
    onRead(rows.size)
    cursor = page.nextCursor
  }
  return [...rows.values()].slice(0, wholeAtMost)
}

/** Shows a change in the lists before the server has said yes; reading them again puts right what it refused. */
export function patchRows(queryClient: QueryClient, ids: readonly string[], change: Partial<TicketRow>): void {
  const changed = new Set(ids)
  queryClient.setQueriesData<InfiniteData<Page<TicketRow>>>(
    { queryKey: ['tickets', 'queue'] },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          items: page.items.map((row) => (changed.has(row.id) ? { ...row, ...change } : row)),
        })),
      },
  )
}

/** How the priority follows from impact and urgency. */
export const priorityMatrixQuery = queryOptions({
  queryKey: ['priority-matrix'],
  staleTime: 600_000,
  queryFn: () => request<Schemas['PriorityMatrixResponse']>('GET', '/priority-matrix'),
})

export type BulkAnswer = Schemas['BulkAnswer']

/** The same to many tickets; a rehearsal says what would happen and keeps nothing. */
export const bulk = (
  ids: readonly string[],
  action: string,
  args: Record<string, unknown>,
  dryRun = false,
  key?: string,
) =>
  request<BulkAnswer>('POST', '/tickets/bulk', {
    body: { ids, action, arguments: args, dryRun },
    headers: key ? { 'Idempotency-Key': key } : {},
  })

/** So many tickets the server takes at once. */
export const bulkAtMost = 200

/** Tags in use that begin like this, the most used first. */
export const tagSuggestionsQuery = (q: string) =>
  queryOptions({
    queryKey: ['tickets', 'tags', q],
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      request<Page<Schemas['TagSuggestion']>>('GET', '/tickets/tags', { query: { q, limit: 10 }, signal }),
  })

export type Suggestions = Schemas['IncidentSuggestions']

/** What is like a sentence that is being written; nothing as long as it says too little. */
export const suggestionsQuery = (sentence: string) => {
  const title = tellingWords(sentence)
  return queryOptions({
    queryKey: ['tickets', 'suggestions', title],
    enabled: title.length >= 3,
    staleTime: 30_000,
    queryFn: ({ signal }) =>
      request<Suggestions>('GET', '/incidents/suggestions', { query: { title, limit: 5 }, signal }),
  })
}
