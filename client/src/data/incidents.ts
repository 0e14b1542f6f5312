import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import { api, call } from '~/api/client'
import { request, requestAll } from '~/api/raw'
import type { Incident, Page, Schemas } from '~/api/types'

export type Comment = Schemas['CommentResponse']

export const incidentQuery = (ref: string) =>
  queryOptions({
    queryKey: ['incident', ref],
    queryFn: () => call(api.GET('/api/v1/incidents/{id}', { params: { path: { id: ref } } })),
  })

export const commentsQuery = (ref: string) =>
  queryOptions({
    queryKey: ['incident', ref, 'comments'],
    queryFn: () => requestAll<Page<Comment>>(`/incidents/${ref}/comments`),
  })

/** The clocks of a ticket, with what to tell its requester about each. */
export const serviceLevelsQuery = (ref: string) =>
  queryOptions({
    queryKey: ['incident', ref, 'service-levels'],
    queryFn: () => request<Schemas['TicketServiceLevels']>('GET', `/incidents/${ref}/service-levels`),
  })

export type TimelineEntry = Omit<Schemas['TimelineEntry'], 'details'> & { details: Record<string, unknown> }

export type TimelineKind = 'all' | 'public' | 'notes' | 'changes'

export const timelineQuery = (ref: string, kind: TimelineKind = 'all') =>
  infiniteQueryOptions({
    queryKey: ['incident', ref, 'timeline', kind],
    initialPageParam: '',
    // The newest two hundred; the pages after it are the earlier ones.
    queryFn: ({ pageParam }) =>
      request<Page<TimelineEntry>>('GET', `/incidents/${ref}/timeline`, {
        query: { kind, sort: '-at', limit: 200, cursor: pageParam || undefined },
      }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

/** The last that happened to a ticket, apart from what was said. */
export const endQuery = (ref: string) =>
  queryOptions({
    queryKey: ['incident', ref, 'end'],
    queryFn: () =>
      request<Page<TimelineEntry>>('GET', `/incidents/${ref}/timeline`, {
        query: { kind: 'changes', sort: '-at', limit: 20 },
      }),
  })

/** The incidents directly below it. */
export const childrenQuery = (ref: string) =>
  queryOptions({
    queryKey: ['incident', ref, 'children'],
    queryFn: () =>
      requestAll<Page<Pick<Incident, 'id' | 'reference' | 'title' | 'state'>>>(`/incidents/${ref}/children`),
  })

/** Makes somebody follow an incident, or lets them follow it no longer. */
export const setWatching = (incident: Pick<Incident, 'id'>, userId: string, on: boolean): Promise<unknown> =>
  on
    ? request<unknown>('POST', `/incidents/${incident.id}/watchers`, { body: { userId } })
    : request<unknown>('DELETE', `/incidents/${incident.id}/watchers/${userId}`)

/** Who follows it; those who followed the duplicates merged into it as well. */
export const watchersQuery = (ref: string) =>
  queryOptions({
    queryKey: ['incident', ref, 'watchers'],
    queryFn: () => requestAll<Page<Schemas['WatcherResponse']>>(`/incidents/${ref}/watchers`),
  })

export const tasksQuery = (incident: Pick<Incident, 'id' | 'reference'>) =>
  queryOptions({
    queryKey: ['incident', incident.reference, 'tasks'],
    queryFn: () => requestAll<Page<Schemas['TaskResponse']>>(`/incidents/${incident.id}/tasks`),
  })

export const linksQuery = (incident: Pick<Incident, 'id' | 'reference'>) =>
  queryOptions({
    queryKey: ['incident', incident.reference, 'links'],
    queryFn: () => request<Page<Schemas['LinkResponse']>>('GET', `/incidents/${incident.id}/links`),
  })

export type Attachment = Schemas['AttachmentResponse']

export const attachmentsQuery = (ref: string) =>
  queryOptions({
    queryKey: ['incident', ref, 'attachments'],
    queryFn: () => requestAll<Page<Attachment>>(`/incidents/${ref}/attachments`),
  })

/** Uploads files before what they belong to is sent. */
export async function upload(files: readonly File[]): Promise<Attachment[]> {
  const done: Attachment[] = []
  for (const file of files) {
    const form = new FormData()
    form.append('file', file, file.name || 'screenshot.png')
    done.push(await request<Attachment>('POST', '/attachments', { body: form }))
  }
  return done
}

/** Puts what a command answered in place, and lets what depends on it be read again. */
export async function settle(queryClient: QueryClient, incident: Incident): Promise<void> {
  for (const name of [incident.reference, incident.id]) queryClient.setQueryData(['incident', name], incident)
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['incident', incident.reference], refetchType: 'active' }),
    queryClient.invalidateQueries({ queryKey: ['tickets'] }),
  ])
}

/** Changes of one ticket are sent one after the other, each upon the version that the one before it made. */
export const saveScope = ({ id }: Pick<Incident, 'id'>) => ({ id: `ticket ${id}` })

/** With a key it happens once, however often it is tried. */
export const transit = (ref: string, verb: string, body: Record<string, unknown> = {}, key?: string) =>
  request<Incident>('POST', `/incidents/${ref}/${verb}`, { body, headers: key ? { 'Idempotency-Key': key } : {} })

/** A command on a ticket: its answer is the ticket as it is now. */
export function useTransition(ref: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ verb, body }: { verb: string; body?: Record<string, unknown> }) => transit(ref, verb, body),
    onSuccess: (incident) => settle(queryClient, incident),
  })
}

export interface NewComment {
  body: string
  visibility: 'public' | 'internal'
  conversationVersion?: number
  attachmentIds?: string[]
  /** The same key sends it once, however often it is tried. */
  key: string
}

export function useAddComment(ref: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ key, ...body }: NewComment) =>
      request<Comment>('POST', `/incidents/${ref}/comments`, { body, headers: { 'Idempotency-Key': key } }),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['incident', ref] }),
        queryClient.invalidateQueries({ queryKey: ['tickets'] }),
      ]),
  })
}
