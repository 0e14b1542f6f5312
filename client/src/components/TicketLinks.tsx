import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketState } from '~/api/types'
import { StateChip } from './StateChip'
import styles from './TicketLinks.module.css'

interface Shown {
  id: string
  reference: string
  title: string
  state: TicketState
}

/** Tickets as short lines that lead to them. */
export function TicketLinks<T extends Shown>({
  tickets,
  renderEnd,
}: {
  tickets: readonly T[]
  renderEnd?: (ticket: T) => ReactNode
}) {
  const { t } = useTranslation()
  if (tickets.length === 0) return <p className="dim">{t('none')}</p>
  return (
    <ul className="plain">
      {tickets.map((ticket) => (
        <li key={ticket.id} className={styles.line}>
          <span className="grow">
            <Link to="/desk/tickets/$ref" params={{ ref: ticket.reference }}>
              <span className="ref">{ticket.reference}</span> {ticket.title}
            </Link>
          </span>
          <StateChip state={ticket.state} />
          {renderEnd?.(ticket)}
        </li>
      ))}
    </ul>
  )
}
