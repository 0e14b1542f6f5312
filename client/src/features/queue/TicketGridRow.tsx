import { memo, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useClockWords } from '~/components/use-clock-words'
import type { TicketPresence } from '~/data/presence'
import type { TicketRow } from '~/data/tickets'
import type { ColumnId } from './columns'
import type { EditedField } from './RowEditor'
import { TicketCell } from './TicketCell'
import styles from './TicketGrid.module.css'

interface Props {
  row: TicketRow
  columns: readonly ColumnId[]
  index: number
  start: number
  active: boolean
  chosen: boolean
  gone: boolean
  readAt: number
  present: readonly TicketPresence[] | undefined
  onActivate: (index: number) => void
  onToggle: (index: number, range: boolean) => void
  onEdit: (row: TicketRow, field: EditedField) => void
}

export const rowId = (row: Pick<TicketRow, 'id'>) => `row-${row.id}`

const classes: Partial<Record<ColumnId, string>> = {
  title: styles.title,
  reference: 'ref',
  requester: 'clip',
  team: 'clip',
  site: 'clip',
  category: 'clip',
  service: 'clip',
  opened: 'meta',
  updated: 'meta',
}

function Row(props: Props) {
  const { row, columns, index, start, active, chosen, gone, readAt, present, onActivate, onToggle, onEdit } = props
  const { t } = useTranslation()
  const clock = useClockWords(row.serviceLevel, readAt, row.pending?.reason)
  const label = [row.reference, row.title, t(`state.${row.state}`), clock && `${clock.target}: ${clock.full}`]
  const click = (event: MouseEvent<HTMLElement>) => {
    onActivate(index)
    const field = (event.target as Element).closest<HTMLElement>('[data-edit]')?.dataset.edit
    if (field) onEdit(row, field as EditedField)
  }
  return (
    // The keys of the list act on the active row; a click makes it active, and opens what it fell on.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={rowId(row)}
      role="row"
      aria-label={label.filter(Boolean).join(', ')}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-row={row.id}
      data-active={active || undefined}
      data-gone={gone || undefined}
      data-critical={row.priority === 'p1' || undefined}
      className={styles.row}
      style={{ transform: `translateY(${start}px)` }}
      onClick={click}
    >
      <span role="gridcell" data-column="select">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={chosen}
          aria-label={t('desk:select', { reference: row.reference })}
          onChange={() => {}}
          onClick={(event) => {
            event.stopPropagation()
            onToggle(index, event.shiftKey)
          }}
        />
      </span>
      {columns.map((column) => (
        <span key={column} role="gridcell" data-column={column} className={classes[column]}>
          <TicketCell column={column} row={row} readAt={readAt} present={present} />
        </span>
      ))}
    </div>
  )
}

export const TicketGridRow = memo(Row)
