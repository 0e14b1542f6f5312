import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { columnSort, type ColumnId } from './columns'
import styles from './TicketGrid.module.css'

interface Props {
  column: ColumnId
  /** How the list is sorted now. */
  sort: string | undefined
  onSort: (sort: string) => void
}

/** The name of a column; a button where the list can be sorted by it. */
export function ColumnHead({ column, sort, onSort }: Props) {
  const { t } = useTranslation()
  const order = columnSort(column, sort)
  const Arrow = order?.now === 'ascending' ? ArrowUp : ArrowDown
  return (
    <span
      role="columnheader"
      data-column={column}
      aria-sort={order ? (order.now ?? 'none') : undefined}
      className="clip"
    >
      {order ? (
        <button type="button" tabIndex={-1} className={styles.sort} onClick={() => onSort(order.next)}>
          <span className="clip">{t(`desk:column.${column}`)}</span>
          {order.now && <Arrow size={12} aria-hidden />}
        </button>
      ) : (
        t(`desk:column.${column}`)
      )}
    </span>
  )
}
