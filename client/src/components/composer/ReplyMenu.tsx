import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Menu } from '~/components/Menu'
import { toastError } from '~/components/toast'
import { fillReply, repliesQuery } from './replies'

/** Answers that are written once and filled for each ticket. */
export function ReplyMenu({ ticketId, onInsert }: { ticketId: string; onInsert: (text: string) => void }) {
  const { t } = useTranslation()
  const replies = useQuery(repliesQuery).data?.items ?? []
  if (replies.length === 0) return null
  return (
    <Menu
      label={t('desk:composer.canned')}
      up
      entries={replies.map((reply) => ({
        id: reply.id,
        label: reply.name,
        run: () => void fillReply(reply.id, ticketId).then(onInsert, toastError),
      }))}
    />
  )
}
