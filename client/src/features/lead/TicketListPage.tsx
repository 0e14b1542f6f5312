import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { DeadlineChip } from '~/components/DeadlineChip'
import { EmptyState } from '~/components/EmptyState'
import { ErrorPanel } from '~/components/ErrorPanel'
import { PageHeader } from '~/components/PageHeader'
import { PriorityMark } from '~/components/PriorityMark'
import { SkeletonLines } from '~/components/SkeletonLines'
import { StateChip } from '~/components/StateChip'
import { TimeAgo } from '~/components/TimeAgo'
import { queueQuery } from '~/data/tickets'
import { useFormat } from '~/i18n/format'
import { needTexts } from '~/i18n/need'
import styles from './TicketListPage.module.css'

const NarrowedTo = lazy(async () => {
  await needTexts('filter')
  return import('./NarrowedTo')
})

/** The tickets a figure counts, for whoever reads them without working on them. */
export function TicketListPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const { q, sort, filter } = useSearch({ from: '/_app/lead/tickets' })
  const query = useInfiniteQuery(queueQuery({ view: 'all', q, sort }, filter))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const first = query.data?.pages[0]
  const total = first?.total ?? rows.length
  return (
    <div className="stack">
      <PageHeader title={t('lead:tickets.title')}>
        {first && (
          <span className="dim">
            {t('lead:tickets.count', { count: total, text: format.number(total) + (first.totalCapped ? '+' : '') })}
          </span>
        )}
      </PageHeader>
      {(filter || q) && (
        <Suspense fallback={<SkeletonLines count={1} />}>
          <NarrowedTo filter={filter ?? ''} q={q} interpretedAs={first?.interpretedAs} />
        </Suspense>
      )}
      {query.error && <ErrorPanel error={query.error} />}
      {query.isPending ? (
        <div className="card">
          <SkeletonLines count={10} />
        </div>
      ) : rows.length === 0 && !query.error ? (
        <div className="card">
          <EmptyState title={t('lead:empty.title')} text={t('lead:tickets.empty')} />
        </div>
      ) : (
        <ul className={`plain card ${styles.list}`} aria-label={t('lead:tickets.title')}>
          {rows.map((row) => (
            <li key={row.id} className={styles.line}>
              <PriorityMark priority={row.priority} />
              <span className={styles.title}>
                <Link to="/help/requests/$ref" params={{ ref: row.reference }}>
                  <span className="ref">{row.reference}</span> {row.title}
                </Link>
                <span className="meta">
                  {[row.requester.name, row.team?.name, row.assignee?.name].filter(Boolean).join(' · ')}
                </span>
              </span>
              {row.serviceLevel && <DeadlineChip clock={row.serviceLevel} readAt={query.dataUpdatedAt} />}
              <StateChip state={row.state} />
              <span className="meta">
                <TimeAgo at={row.updatedAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div data-noprint>
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('lead:tickets.more')}
          </Button>
        </div>
      )}
    </div>
  )
}
