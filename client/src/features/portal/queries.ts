import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, call } from '~/api/client'
import { request } from '~/api/raw'
import type { Incident, Person, ServiceLevel, TicketState } from '~/api/types'

/** A ticket in one of my lists. */
export interface MyTicket {
  id: string
  reference: string
  title: string
  state: TicketState
  assignee: Person | null
  team: { id: string; name: string } | null
  openedAt: string
  updatedAt: string
  pending: { reason: string; until: string | null; since: string } | null
  serviceLevel: Omit<ServiceLevel, 'openWindows' | 'policy'> | null
}

export interface Page<T> {
  items: T[]
  nextCursor: string | null
  total?: number | null
  totalCapped?: boolean | null
}

export const openStates = ['new', 'assigned', 'inProgress', 'pending', 'resolved'] as const
const doneStates = ['closed', 'cancelled'] as const

export const myTicketsQuery = (which: 'open' | 'done') =>
  queryOptions({
    queryKey: ['tickets', 'mine', which],
    queryFn: () =>
      request<Page<MyTicket>>('GET', '/tickets', {
        query: { requesterId: 'me', state: which === 'open' ? openStates : doneStates, sort: '-updatedAt', limit: 50 },
      }),
  })

export const incidentQuery = (ref: string) =>
  queryOptions({
    queryKey: ['incident', ref],
    queryFn: async () => (await call(api.GET('/api/v1/incidents/{id}', { params: { path: { id: ref } } }))) as Incident,
  })

export interface Comment {
  id: string
  body: string
  visibility: 'public' | 'internal'
  author: Person
  createdAt: string
  editedAt: string | null
  redactedAt: string | null
}

export const commentsQuery = (ref: string) =>
  queryOptions({
    queryKey: ['incident', ref, 'comments'],
    queryFn: () => request<Page<Comment>>('GET', `/incidents/${ref}/comments`, { query: { limit: 200 } }),
  })

/** A command on a ticket: its answer is the ticket as it is now. */
export function useTransition(ref: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ verb, body = {} }: { verb: string; body?: Record<string, unknown> }) =>
      request<Incident>('POST', `/incidents/${ref}/${verb}`, { body }),
    onSuccess: async (incident) => {
      queryClient.setQueryData(incidentQuery(ref).queryKey, incident)
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['incident', ref] }),
        queryClient.invalidateQueries({ queryKey: ['tickets'] }),
      ])
    },
  })
}

export function useAnswer(ref: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ body, key }: { body: string; key: string }) =>
      request<unknown>('POST', `/incidents/${ref}/comments`, {
        body: { body, visibility: 'public' },
        headers: { 'Idempotency-Key': key },
      }),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['incident', ref] }),
        queryClient.invalidateQueries({ queryKey: ['tickets'] }),
      ]),
  })
}
