import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { StateChip } from '~/components/StateChip'
import { TimeAgo } from '~/components/TimeAgo'
import { useSession } from '~/data/session'
import { useFormat } from '~/i18n/format'
import { useNow } from '~/lib/clock'
import { isUnread } from '~/lib/last-seen'
import { promiseOfRow } from './promise'
import type { TicketRow } from '~/data/tickets'
import styles from './TicketLine.module.css'

/** One of my tickets: how it stands, who has it, what happens next. */
export function TicketLine({ ticket }: { ticket: TicketRow }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const me = useSession()?.user.id
  const over = ['resolved', 'closed', 'cancelled'].includes(ticket.state)
  const holder = ticket.assignee?.name ?? ticket.team?.name
  return (
    <li className={styles.line}>
      <Link to="/help/requests/$ref" params={{ ref: ticket.reference }} className={styles.title}>
        {ticket.title}
      </Link>
      {isUnread(ticket) && ticket.lastMessage && (
        <span className={styles.news}>{t('portal:newMessage', { name: ticket.lastMessage.by.name })}</span>
      )}
      <span className={styles.facts}>
        <StateChip
          state={ticket.state}
          words="plainState"
          waitsForYou={ticket.pending?.reason === 'awaitingRequester' && ticket.requester.id === me}
        />
        {!over && <span className="dim">{holder ? t('portal:with', { name: holder }) : t('portal:withNobody')}</span>}
      </span>
      <span className="dim">{promiseOfRow(ticket, now, t, format)}</span>
      <span className="meta">
        <span className="ref">{ticket.reference}</span> · <TimeAgo at={ticket.updatedAt} />
      </span>
    </li>
  )
}
