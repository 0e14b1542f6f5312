import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './TicketGrid.module.css'
import { TicketGridRow } from './TicketGridRow'
import type { Queue } from './use-queue'
import type { Selection } from './use-selection'

const height = 36
const columns = [
  'select',
  'priority',
  'reference',
  'title',
  'requester',
  'state',
  'owner',
  'deadline',
  'updated',
] as const

interface Props {
  name: string
  queue: Queue
  selection: Selection
}

/** Dense rows, of which only those in view are drawn. */
export function TicketGrid({ name, queue, selection }: Props) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const { rows, more } = queue
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    scrollPaddingStart: height,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0

  useEffect(() => {
    if (last >= rows.length - 20) more()
  }, [last, rows.length, more])

  useEffect(() => virtual.scrollToIndex(selection.active, { align: 'auto' }), [virtual, selection.active])

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      aria-label={name}
      aria-rowcount={rows.length + 1}
      tabIndex={0}
    >
      <div role="rowgroup" className={styles.headGroup}>
        <div role="row" aria-rowindex={1} className={styles.head}>
          {columns.map((column) => (
            <span key={column} role="columnheader" data-column={column}>
              {column === 'select' ? (
                <span className="visually-hidden">{t('desk:column.select')}</span>
              ) : (
                t(`desk:column.${column}`)
              )}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index]!
          return (
            <TicketGridRow
              key={row.id}
              row={row}
              index={item.index}
              start={item.start}
              active={item.index === selection.active}
              chosen={selection.chosen.has(row.id)}
              gone={queue.gone.has(row.id)}
              readAt={queue.readAt}
              selection={selection}
            />
          )
        })}
      </div>
    </div>
  )
}
