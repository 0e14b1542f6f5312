import { queryOptions } from '@tanstack/react-query'
import { request, requestAll } from '~/api/raw'
import type { Page, Schemas } from '~/api/types'

export type Reply = Schemas['ReplyResponse']

export const repliesQuery = queryOptions({
  queryKey: ['replies'],
  staleTime: 300_000,
  queryFn: () => requestAll<Page<Reply>>('/replies'),
})

/** The canned reply, filled with what the ticket and its people are called. */
export async function fillReply(id: string, ticketId: string): Promise<string> {
  return (await request<Schemas['RenderedReply']>('POST', `/replies/${id}/render`, { body: { ticketId } })).body
}
