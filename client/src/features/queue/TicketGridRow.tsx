import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { DeadlineChip } from '~/components/DeadlineChip'
import { PriorityMark } from '~/components/PriorityMark'
import { StateChip } from '~/components/StateChip'
import { TimeAgo } from '~/components/TimeAgo'
import type { TicketRow } from '~/data/tickets'
import styles from './TicketGrid.module.css'
import type { Selection } from './use-selection'

interface Props {
  row: TicketRow
  index: number
  start: number
  active: boolean
  chosen: boolean
  gone: boolean
  readAt: number
  selection: Selection
}

function Row({ row, index, start, active, chosen, gone, readAt, selection }: Props) {
  const { t } = useTranslation()
  return (
    // The keys of the list act on the active row; a click only makes it active.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-active={active || undefined}
      data-gone={gone || undefined}
      data-critical={row.priority === 'p1' || undefined}
      className={styles.row}
      style={{ transform: `translateY(${start}px)` }}
      onClick={() => selection.setActive(index)}
    >
      <span role="gridcell" data-column="select">
        <input
          type="checkbox"
          checked={chosen}
          aria-label={t('desk:select', { reference: row.reference })}
          onChange={() => {}}
          onClick={(event) => {
            event.stopPropagation()
            selection.toggle(index, event.shiftKey)
          }}
        />
      </span>
      <span role="gridcell" data-column="priority">
        <PriorityMark priority={row.priority} />
      </span>
      <span role="gridcell" data-column="reference" className="ref">
        {row.reference}
      </span>
      <span role="gridcell" data-column="title" className={styles.title}>
        {row.major && <span className={styles.major}>{t('desk:major')}</span>}
        <Link to="/desk/tickets/$ref" params={{ ref: row.reference }} className="clip" tabIndex={-1}>
          {row.title}
        </Link>
        {row.reassignmentCount > 1 && (
          <span className="meta" title={t('desk:moves', { count: row.reassignmentCount })}>
            {row.reassignmentCount}↻
          </span>
        )}
      </span>
      <span role="gridcell" data-column="requester" className="clip">
        {row.requester.name}
        {row.requester.vip && <strong title={t('desk:vip')}> ★</strong>}
      </span>
      <span role="gridcell" data-column="state">
        <StateChip state={row.state} />
      </span>
      <span role="gridcell" data-column="owner" className="clip">
        {row.assignee?.name ?? <span className="dim">{row.team?.name ?? '—'}</span>}
      </span>
      <span role="gridcell" data-column="deadline">
        {row.serviceLevel && <DeadlineChip clock={row.serviceLevel} readAt={readAt} />}
      </span>
      <span role="gridcell" data-column="updated" className="meta">
        <TimeAgo at={row.updatedAt} />
      </span>
    </div>
  )
}

export const TicketGridRow = memo(
  Row,
  (before, after) =>
    (Object.keys(after) as (keyof Props)[]).every(
      (name) => name === 'selection' || Object.is(before[name], after[name]),
    ) && before.selection === after.selection,
)
