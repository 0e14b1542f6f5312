import { queryOptions } from '@tanstack/react-query'
import { request } from '~/api/raw'
import type { Page, Schemas } from '~/api/types'

export type Reply = Schemas['ReplyResponse']

export const repliesQuery = queryOptions({
  queryKey: ['replies'],
  staleTime: 300_000,
  queryFn: () => request<Page<Reply>>('GET', '/replies', { query: { limit: 100 } }),
})

/** The canned reply, filled with what the ticket and its people are called. */
export async function fillReply(id: string, ticketId: string): Promise<string> {
  return (await request<Schemas['RenderedReply']>('POST', `/replies/${id}/render`, { body: { ticketId } })).body
}
