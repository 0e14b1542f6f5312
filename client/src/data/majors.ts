import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '~/api/raw'
import type { Incident, Page, Schemas } from '~/api/types'
import { tellingWords } from '~/lib/telling-words'

export type MajorNotice = Schemas['MajorIncidentNotice']

/** The outages of now, as everybody may know them. */
export const majorsQuery = queryOptions({
  queryKey: ['tickets', 'majors'],
  staleTime: 30_000,
  queryFn: () => request<Page<MajorNotice>>('GET', '/major-incidents', { query: { limit: 10 } }),
})

/** Those among them that a report may be about; none as long as it says too little. */
export const majorsAboutQuery = (sentence: string) => {
  const about = tellingWords(sentence)
  return queryOptions({
    queryKey: ['tickets', 'majors', about],
    enabled: about.length >= 3,
    staleTime: 30_000,
    queryFn: ({ signal }) =>
      request<Page<MajorNotice>>('GET', '/major-incidents', { query: { about, limit: 10 }, signal }),
  })
}

/** "Me too": follows an outage instead of reporting it once more. */
export function useJoinMajor() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (reference: string) => request<Incident>('POST', `/incidents/${reference}/join`, { body: {} }),
    onSuccess: (_incident, reference) =>
      queryClient.setQueriesData<Page<MajorNotice>>(
        { queryKey: majorsQuery.queryKey },
        (page) =>
          page && {
            ...page,
            items: page.items.map((major) => (major.reference === reference ? { ...major, joined: true } : major)),
          },
      ),
  })
}
