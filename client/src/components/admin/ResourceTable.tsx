import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { MoreHorizontal } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Page } from '~/api/types'
import { EmptyState } from '~/components/EmptyState'
import { ErrorPanel } from '~/components/ErrorPanel'
import { Menu, type MenuEntry } from '~/components/Menu'
import styles from './ResourceTable.module.css'

export interface Column<T> {
  id: string
  /** Key of its heading. */
  label: string
  cell: (row: T) => ReactNode
  /** Where it stands on a phone: the first column is the first line, the others follow in the second unless left out. */
  phone?: 'aside' | 'none'
  align?: 'end'
}

interface Props<T> {
  /** What is listed. */
  name: string
  query: UseInfiniteQueryResult<InfiniteData<Page<T>>>
  columns: readonly Column<T>[]
  keyOf: (row: T) => string
  /** What a row is called where its actions are offered. */
  nameOf: (row: T) => string
  actions?: (row: T) => MenuEntry[]
  /** Out of use: shown, but stepping back. */
  dim?: (row: T) => boolean
  /** Said when there is nothing at all. */
  empty: { title: string; text?: string; action?: ReactNode }
  /** Takes every filter off; given when there is one. */
  onClear?: () => void
}

/** A list of records that is read page after page: a table at a desk, lines of two rows on a phone. */
export function ResourceTable<T>(props: Props<T>) {
  const { name, query, empty, onClear } = props
  const { t } = useTranslation()
  const phone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false })
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []

  if (query.error && rows.length === 0)
    return (
      <div className="stack">
        <ErrorPanel error={query.error} />
        <div>
          <Button variant="default" onClick={() => void query.refetch()}>
            {t('error.again')}
          </Button>
        </div>
      </div>
    )
  if (!query.isPending && rows.length === 0)
    return onClear ? (
      <EmptyState title={t('admin:list.nothingFits')}>
        <Button variant="default" onClick={onClear}>
          {t('admin:list.clear')}
        </Button>
      </EmptyState>
    ) : (
      <EmptyState title={empty.title} text={empty.text}>
        {empty.action}
      </EmptyState>
    )
  const busy = query.isFetching && !query.isPending && !query.isFetchingNextPage
  return (
    <div className={styles.frame} data-busy={busy || undefined} aria-busy={query.isPending}>
      {phone ? (
        <Lines {...props} rows={rows} />
      ) : (
        <table className={`table ${styles.table}`} aria-label={name}>
          <Grid {...props} rows={rows} />
        </table>
      )}
      {query.hasNextPage && (
        <More busy={query.isFetchingNextPage} failed={query.isFetchNextPageError} next={query.fetchNextPage} />
      )}
    </div>
  )
}

function Actions<T>({ row, actions, nameOf }: { row: T } & Pick<Props<T>, 'actions' | 'nameOf'>) {
  const { t } = useTranslation()
  const entries = actions?.(row) ?? []
  if (entries.length === 0) return null
  return (
    <Menu
      label={<MoreHorizontal size={16} aria-hidden />}
      name={t('admin:list.actions', { name: nameOf(row) })}
      entries={entries}
      button={{ variant: 'subtle', color: 'gray', rightSection: null }}
    />
  )
}

function Grid<T>({ columns, rows, query, keyOf, nameOf, actions, dim }: Props<T> & { rows: readonly T[] }) {
  const { t } = useTranslation()
  return (
    <>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={column.align && 'num'}>
              {t(column.label)}
            </th>
          ))}
          {actions && (
            <th scope="col">
              <span className="visually-hidden">{t('admin:list.act')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {query.isPending
          ? Array.from({ length: 8 }, (_, index) => (
              <tr key={index} aria-hidden>
                <td colSpan={columns.length + (actions ? 1 : 0)}>
                  <span className="visually-hidden">{t('loading')}</span>
                  <div className={styles.bone} />
                </td>
              </tr>
            ))
          : rows.map((row) => (
              <tr key={keyOf(row)} data-dim={dim?.(row) || undefined}>
                {columns.map((column, index) =>
                  index === 0 ? (
                    <th key={column.id} scope="row" className={styles.first}>
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.id} className={column.align && 'num'}>
                      {column.cell(row)}
                    </td>
                  ),
                )}
                {actions && (
                  <td className={styles.actions}>
                    <Actions row={row} actions={actions} nameOf={nameOf} />
                  </td>
                )}
              </tr>
            ))}
      </tbody>
    </>
  )
}

function Lines<T>({ name, columns, rows, query, keyOf, nameOf, actions, dim }: Props<T> & { rows: readonly T[] }) {
  const [first, ...others] = columns
  const aside = others.filter((column) => column.phone === 'aside')
  const below = others.filter((column) => column.phone === undefined)
  if (query.isPending)
    return (
      <div className={styles.bones} aria-hidden>
        {Array.from({ length: 6 }, (_, index) => (
          <div key={index} className={styles.bone} />
        ))}
      </div>
    )
  return (
    <ul className={`plain ${styles.lines}`} aria-label={name}>
      {rows.map((row) => (
        <li key={keyOf(row)} data-dim={dim?.(row) || undefined}>
          <div className="grow">
            <div className={styles.lineHead}>
              <span className={styles.first}>{first?.cell(row)}</span>
              {aside.map((column) => (
                <span key={column.id}>{column.cell(row)}</span>
              ))}
            </div>
            <div className={styles.below}>
              {below.map((column) => (
                <span key={column.id}>{column.cell(row)}</span>
              ))}
            </div>
          </div>
          <Actions row={row} actions={actions} nameOf={nameOf} />
        </li>
      ))}
    </ul>
  )
}

/** The next page comes when its button is reached, and when it is pressed. */
function More({ busy, failed, next }: { busy: boolean; failed: boolean; next: () => Promise<unknown> }) {
  const { t } = useTranslation()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (busy || failed || !button.current) return
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) void next()
    })
    observer.observe(button.current)
    return () => observer.disconnect()
  }, [busy, failed, next])
  return (
    <div className={styles.more}>
      <Button ref={button} variant="default" loading={busy} onClick={() => void next()}>
        {t(failed ? 'error.again' : 'admin:list.more')}
      </Button>
    </div>
  )
}
