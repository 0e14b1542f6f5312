import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '~/api/errors'
import { request } from '~/api/raw'
import type { Schemas } from '~/api/types'
import { toastError } from '~/components/toast'
import { readArrangement, type Arrangement } from './arrangement'

type Preferences = Omit<Schemas['PreferencesResponse'], 'interface'> & { interface: Record<string, unknown> }

const preferencesQuery = queryOptions({
  queryKey: ['preferences'],
  staleTime: 300_000,
  queryFn: () => request<Preferences>('GET', '/me/preferences'),
})

function read(preferences: Preferences | undefined): Arrangement {
  return readArrangement(preferences?.interface.queue)
}

export function useArrangement(): [Arrangement, (change: Partial<Arrangement>) => void] {
  const queryClient = useQueryClient()
  const { data } = useQuery(preferencesQuery)
  const arrangement = read(data)
  const keep = useMutation({
    mutationKey: ['arrangement'],
    // One after the other, and once more after another page was faster: each writes the whole of what it read.
    scope: { id: 'arrangement' },
    retry: (count, error) => count < 3 && error instanceof ApiError && error.status === 412,
    retryDelay: 0,
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
    onSuccess: (now) => {
      // What is changed meanwhile is shown already.
      if (queryClient.isMutating({ mutationKey: ['arrangement'] }) === 1)
        queryClient.setQueryData(preferencesQuery.queryKey, now)
    },
    onError: (error) => {
      toastError(error)
      void queryClient.invalidateQueries({ queryKey: preferencesQuery.queryKey })
    },
  })
  return [arrangement, keep.mutate]
}
