import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '~/api/raw'
import type { Page, Schemas } from '~/api/types'

export type MajorNotice = Schemas['MajorIncidentNotice']

/** The outages of now, as everybody may know them. */
export const majorsQuery = queryOptions({
  queryKey: ['tickets', 'majors'],
  staleTime: 30_000,
  queryFn: () => request<Page<MajorNotice>>('GET', '/major-incidents', { query: { limit: 10 } }),
})

/** "Me too": follows an outage instead of reporting it once more. */
export function useJoinMajor() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (reference: string) => request<unknown>('POST', `/incidents/${reference}/join`, { body: {} }),
    onSuccess: (_joined, reference) =>
      queryClient.setQueryData(
        majorsQuery.queryKey,
        (page) =>
          page && {
            ...page,
            items: page.items.map((major) => (major.reference === reference ? { ...major, joined: true } : major)),
          },
      ),
  })
}
