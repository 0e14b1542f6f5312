import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { request, requestAll } from '~/api/raw'
import type { Page } from '~/api/types'

export type Filter = Record<string, string | boolean | number | readonly string[] | undefined>

/** A list of the administration, page after page. */
export const listQuery = <T>(path: string, filter: Filter = {}) =>
  infiniteQueryOptions({
    queryKey: ['admin', path, 'list', filter],
    staleTime: 15_000,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      request<Page<T>>('GET', path, { query: { limit: 50, ...filter, cursor: pageParam || undefined }, signal }),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })

/** All of a list that is short by nature, to choose from. */
export const choicesQuery = <T>(path: string, filter: Filter = {}) =>
  queryOptions({
    queryKey: ['admin', path, 'choices', filter],
    staleTime: 60_000,
    queryFn: ({ signal }) => requestAll<Page<T>>(path, filter, signal),
  })

export const recordQuery = <T>(path: string) =>
  queryOptions({
    queryKey: ['admin', path],
    staleTime: 15_000,
    queryFn: ({ signal }) => request<T>('GET', path, { signal }),
  })

/** What is named in one list is shown in others: after a change all of them are asked again. */
export const refresh = (queryClient: QueryClient): Promise<unknown> =>
  Promise.all(
    [['admin'], ['users'], ['choices'], ['templates']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  )
