import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/EmptyState'
import { myTicketsQuery } from '~/data/tickets'
import { TicketLine } from './TicketLine'
import styles from './TicketLine.module.css'

interface Props {
  which: 'open' | 'done'
  /** Show at most so many. */
  most?: number
}

export function MyTickets({ which, most }: Props) {
  const { t } = useTranslation()
  const { items } = useSuspenseQuery(myTicketsQuery(which)).data
  const shown = most ? items.slice(0, most) : items
  if (items.length === 0)
    return (
      <div className="card">
        <EmptyState title={t(`portal:none.${which}`)} text={t(`portal:none.${which}Text`)} />
      </div>
    )
  return (
    <div className="stack">
      <ul className={`plain ${styles.list}`}>
        {shown.map((ticket) => (
          <TicketLine key={ticket.id} ticket={ticket} />
        ))}
      </ul>
      {shown.length < items.length && <Link to="/help/requests">{t('portal:all', { count: items.length })}</Link>}
    </div>
  )
}
