import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Incident, Page, Schemas } from '~/api/types'
import { Menu } from '~/components/Menu'
import { toastError } from '~/components/toast'

/** Answers that are written once and filled for each ticket. */
export function ReplyMenu({ incident, onInsert }: { incident: Incident; onInsert: (text: string) => void }) {
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: ['replies'],
    staleTime: 300_000,
    queryFn: () => request<Page<Schemas['ReplyResponse']>>('GET', '/replies', { query: { limit: 50 } }),
  })
  const replies = data?.items ?? []
  if (replies.length === 0) return null
  const insert = async (id: string) => {
    try {
      onInsert(
        (
          await request<Schemas['RenderedReply']>('POST', `/replies/${id}/render`, {
            body: { ticketId: incident.id },
          })
        ).body,
      )
    } catch (error) {
      toastError(error)
    }
  }
  return (
    <Menu
      label={t('desk:composer.canned')}
      up
      entries={replies.map((reply) => ({ id: reply.id, label: reply.name, run: () => void insert(reply.id) }))}
    />
  )
}
