import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef, type CSSProperties, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { lastList } from '~/data/last-list'
import { usePresences } from '~/data/presence'
import type { TicketRow } from '~/data/tickets'
import { useWidth } from '~/lib/width'
import { ColumnHead } from './ColumnHead'
import { fitColumns, gridTemplate, type ColumnId } from './columns'
import { GroupHead } from './GroupHead'
import { linesOf, type Grouping } from './group-rows'
import type { EditedField } from './RowEditor'
import styles from './TicketGrid.module.css'
import { rowId, TicketGridRow } from './TicketGridRow'
import type { Queue } from './use-queue'
import type { Selection } from './use-selection'

const height = 36
/** Below this a row is two lines: what it is, and how it stands. */
const narrow = 520
const narrowHeight = 64
const narrowColumns: ColumnId[] = ['priority', 'title', 'deadline', 'reference', 'requester', 'state']

interface Props {
  name: string
  queue: Queue
  selection: Selection
  /** How far it was scrolled when somebody left it to whom it is shown again. */
  top?: number
  columns: readonly ColumnId[]
  group: Grouping
  sort: string | undefined
  onSort: (sort: string) => void
  onEdit: (row: TicketRow, field: EditedField) => void
}

/** The grid is one stop of the Tab key; from it the arrows to the sides go along the head. */
function alongHead(event: KeyboardEvent<HTMLElement>): void {
  const step = ['ArrowLeft', 'ArrowRight'].indexOf(event.key) * 2 - 1
  // With Alt it is the browser's way back.
  if (step < -1 || event.altKey || event.ctrlKey || event.metaKey) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=columnheader] :is(input, button)')]
  const at = stops.indexOf(event.target as HTMLElement)
  event.preventDefault()
  stops.at(at === -1 ? (step === 1 ? 0 : -1) : (at + step) % stops.length)?.focus()
}

/** Dense rows, of which only those in view are drawn. */
export function TicketGrid({ name, queue, selection, top = 0, columns, group, sort, onSort, onEdit }: Props) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  // Whoever reads larger letters has larger rows and columns with them.
  const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1
  const width = useWidth(scroller) / scale
  const { rows, groups, more } = queue
  const presences = usePresences()
  const lines = useMemo(() => linesOf(rows.length, groups), [rows.length, groups])
  const two = width < narrow
  const shown = useMemo(() => (two ? narrowColumns : fitColumns(columns, width)), [two, columns, width])
  const size = (two ? narrowHeight : height) * scale
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    initialOffset: top,
    overscan: 8,
    scrollPaddingStart: two ? 0 : height * scale,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  const activeLine = useMemo(
    () => lines.findIndex((line) => 'index' in line && line.index === selection.active),
    [lines, selection.active],
  )

  // Rows are drawn again only when they change themselves: what they call stays the same.
  const latest = useRef(selection)
  useEffect(() => {
    latest.current = selection
  }, [selection])
  const activate = useCallback((index: number) => latest.current.setActive(index), [])
  const toggle = useCallback((index: number, range: boolean) => latest.current.toggle(index, range), [])

  // The focus stays on the list, which names the row the keys act on: a row that is scrolled away takes no focus with it.
  const moved = useRef(selection.moves)
  useEffect(() => {
    if (moved.current === selection.moves) return
    moved.current = selection.moves
    scroller.current?.focus({ preventScroll: true })
  }, [selection.moves])
  const everything = rows.length > 0 && rows.every((row) => selection.chosen.has(row.id))
  const drawn = items.some((item) => item.index === activeLine)

  useEffect(() => {
    virtual.measure()
  }, [virtual, size])

  useEffect(() => {
    if (last >= lines.length - 20) more()
  }, [last, lines.length, more])

  useEffect(() => {
    if (activeLine >= 0) virtual.scrollToIndex(activeLine, { align: 'auto' })
  }, [virtual, activeLine])

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      aria-label={name}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={drawn ? rowId(rows[selection.active]!) : undefined}
      tabIndex={0}
      data-two={two || undefined}
      onKeyDown={alongHead}
      onScroll={(event) => lastList.scrolled(event.currentTarget.scrollTop)}
      style={{ '--columns': gridTemplate(shown) } as CSSProperties}
    >
      <div role="rowgroup" className={styles.headGroup}>
        <div role="row" aria-rowindex={1} className={styles.head}>
          <span role="columnheader" data-column="select">
            <input
              ref={(box) => {
                if (box) box.indeterminate = selection.chosen.size > 0 && !everything
              }}
              type="checkbox"
              tabIndex={-1}
              aria-label={t('desk:selectAll')}
              checked={everything}
              onChange={() => (everything ? selection.clear() : selection.all())}
            />
          </span>
          {shown.map((column) => (
            <ColumnHead key={column} column={column} sort={sort} onSort={onSort} />
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const line = lines[item.index]!
          if ('group' in line)
            return <GroupHead key={`group ${line.group.key}`} by={group} group={line.group} start={item.start} />
          const row = rows[line.index]!
          return (
            <TicketGridRow
              key={row.id}
              row={row}
              columns={shown}
              index={line.index}
              start={item.start}
              active={line.index === selection.active}
              chosen={selection.chosen.has(row.id)}
              gone={queue.gone.has(row.id)}
              readAt={queue.readAt}
              present={presences.get(row.id)}
              onActivate={activate}
              onToggle={toggle}
              onEdit={onEdit}
            />
          )
        })}
      </div>
    </div>
  )
}
