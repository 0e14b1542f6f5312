import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '~/api/raw'
import type { Page, Schemas } from '~/api/types'
import { tellingWords } from '~/lib/telling-words'

export type MajorNotice = Schemas['MajorIncidentNotice']

/** The outages of now, as everybody may know them. */
export const majorsQuery = queryOptions({
  queryKey: ['tickets', 'majors'],
  staleTime: 30_000,
  queryFn: () => request<Page<MajorNotice>>('GET', '/major-incidents', { query: { limit: 10 } }),
})

export const whichMajor = (majors: Page<MajorNotice>, ref: string): MajorNotice | undefined =>
  majors.items.find((major) => major.reference === ref || major.id === ref)

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
    mutationFn: (reference: string) => request<unknown>('POST', `/incidents/${reference}/join`, { body: {} }),
    onSuccess: (_joined, reference) =>
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
