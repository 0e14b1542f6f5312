import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { request } from '~/api/raw'
import type { Schemas } from '~/api/types'
import { toastError } from '~/components/toast'
import { columns, usualColumns, type ColumnId } from './columns'
import { groupings, type Grouping } from './group-rows'

type Preferences = Omit<Schemas['PreferencesResponse'], 'interface'> & { interface: Record<string, unknown> }

/** How a person wants their lists, in every view and on every machine. */
export interface Arrangement {
  columns: readonly ColumnId[]
  group: Grouping
  /** By view; a view that is not named keeps its own order. */
  sorts: Readonly<Record<string, string>>
}

const usual: Arrangement = { columns: usualColumns, group: 'none', sorts: {} }
const ids = columns.map((column) => column.id)
const schema = v.object({
  columns: v.fallback(v.array(v.picklist(ids)), [...usualColumns]),
  group: v.fallback(v.picklist(groupings), 'none'),
  sorts: v.fallback(v.record(v.string(), v.string()), {}),
})

const preferencesQuery = queryOptions({
  queryKey: ['preferences'],
  staleTime: 300_000,
  queryFn: () => request<Preferences>('GET', '/me/preferences'),
})

function read(preferences: Preferences | undefined): Arrangement {
  const kept = v.safeParse(schema, preferences?.interface.queue ?? {})
  return kept.success ? kept.output : usual
}

export function useArrangement(): [Arrangement, (change: Partial<Arrangement>) => void] {
  const queryClient = useQueryClient()
  const { data } = useQuery(preferencesQuery)
  const arrangement = read(data)
  const keep = useMutation({
    mutationFn: async (change: Partial<Arrangement>) => {
      // What other pages keep stands beside it and stays.
      const now = await request<Preferences>('GET', '/me/preferences')
      return request<Preferences>('PATCH', '/me/preferences', {
        body: { interface: { ...now.interface, queue: { ...read(now), ...change } } },
        headers: { 'If-Match': `"${now.version}"` },
      })
    },
    onMutate: (change) =>
      queryClient.setQueryData<Preferences>(
        preferencesQuery.queryKey,
        (now) => now && { ...now, interface: { ...now.interface, queue: { ...read(now), ...change } } },
      ),
    onSuccess: (now) => queryClient.setQueryData(preferencesQuery.queryKey, now),
    onError: (error) => {
      toastError(error)
      void queryClient.invalidateQueries({ queryKey: preferencesQuery.queryKey })
    },
  })
  return [arrangement, keep.mutate]
}
