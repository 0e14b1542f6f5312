import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DeadlineChip } from '~/components/DeadlineChip'
import { PriorityMark } from '~/components/PriorityMark'
import { StateChip } from '~/components/StateChip'
import { TimeAgo } from '~/components/TimeAgo'
import type { TicketPresence } from '~/data/presence'
import type { TicketRow } from '~/data/tickets'
import { isUnread } from '~/lib/last-seen'
import type { ColumnId } from './columns'
import { PresentMark } from './PresentMark'
import styles from './TicketGrid.module.css'

interface Props {
  column: ColumnId
  row: TicketRow
  readAt: number
  present: readonly TicketPresence[] | undefined
}

/** What of a ticket stands in a column; state, owner and priority are changed where they stand. */
export function TicketCell({ column, row, readAt, present }: Props) {
  const { t } = useTranslation()
  switch (column) {
    case 'priority':
      return (
        <button type="button" tabIndex={-1} className={styles.edit} data-edit="priority">
          <PriorityMark priority={row.priority} />
        </button>
      )
    case 'reference':
      return row.reference
    case 'title':
      return (
        <>
          {isUnread(row) && <span className={styles.unread} role="img" aria-label={t('desk:unread')} />}
          {row.major && <span className={styles.major}>{t('desk:major')}</span>}
          <Link to="/desk/tickets/$ref" params={{ ref: row.reference }} className="clip" tabIndex={-1}>
            {row.title}
          </Link>
          {present && <PresentMark present={present} />}
          {row.reassignmentCount > 1 && (
            <span className="meta" title={t('desk:moves', { count: row.reassignmentCount })}>
              {row.reassignmentCount}↻
            </span>
          )}
          {row.lastMessage && <span className={styles.words}>{row.lastMessage.words}</span>}
        </>
      )
    case 'requester':
      return (
        <>
          {row.requester.name}
          {row.requester.vip && <strong title={t('desk:vip')}> ★</strong>}
        </>
      )
    case 'state':
      return (
        <button
          type="button"
          tabIndex={-1}
          className={styles.edit}
          data-edit="state"
          title={row.pending ? t(`desk:pending.${row.pending.reason}`) : undefined}
        >
          <StateChip state={row.state} />
        </button>
      )
    case 'owner':
      return (
        <button type="button" tabIndex={-1} className={`${styles.edit} clip`} data-edit="owner">
          {row.assignee?.name ?? <span className="dim">{row.team?.name ?? '—'}</span>}
        </button>
      )
    case 'team':
      return row.team?.name ?? ''
    case 'site':
      return row.site?.name ?? ''
    case 'category':
      return row.category?.name ?? ''
    case 'service':
      return row.service?.name ?? ''
    case 'deadline':
      return (
        row.serviceLevel && <DeadlineChip clock={row.serviceLevel} readAt={readAt} waitingFor={row.pending?.reason} />
      )
    case 'opened':
      return <TimeAgo at={row.openedAt} />
    case 'updated':
      return <TimeAgo at={row.updatedAt} />
  }
}
