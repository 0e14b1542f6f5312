import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/EmptyState'
import { ErrorPanel } from '~/components/ErrorPanel'
import { PageHeader } from '~/components/PageHeader'
import { SkeletonLines } from '~/components/SkeletonLines'
import { lastList } from '~/data/last-list'
import { viewsQuery } from '~/data/tickets'
import { BulkBar } from './BulkBar'
import type { Compose } from './PreviewReply'
import { QueueFilter } from './QueueFilter'
import styles from './QueuePage.module.css'
import { TicketGrid } from './TicketGrid'
import { useActs } from './use-acts'
import { useQueue } from './use-queue'
import { useQueueCommands } from './use-queue-commands'
import { useSelection } from './use-selection'
import { ViewList } from './ViewList'

const Preview = lazy(() => import('./Preview'))
const ActDialog = lazy(() => import('~/components/acts/ActDialog'))

/** The place of a technician's day: views, dense rows, a preview, and everything by keys. */
export function QueuePage() {
  const { t } = useTranslation()
  const { view } = useParams({ from: '/_app/desk/queues/$view' })
  const search = useSearch({ from: '/_app/desk/queues/$view' })
  const navigate = useNavigate({ from: '/desk/queues/$view' })
  const views = useQuery(viewsQuery).data?.items ?? []
  const name = view === 'all' ? t('desk:all') : (views.find((each) => each.id === view)?.name ?? t('desk:queue'))
  const queue = useQueue({ view, q: search.q, sort: search.sort }, search.filter)
  const selection = useSelection(queue.rows)
  const acts = useActs(queue.rows, selection)
  const [preview, setPreview] = useState(false)
  const active = queue.rows[selection.active]
  const [compose, setCompose] = useState<Compose | null>(null)
  const reference = active?.reference
  const write = useCallback(
    (kind: Compose['kind']) => {
      if (!reference) return
      setPreview(true)
      setCompose((before) => ({ reference, kind, count: (before?.count ?? 0) + 1 }))
    },
    [reference],
  )
  useQueueCommands({ queue, selection, acts, preview, setPreview, compose: write })

  useEffect(() => {
    lastList.set({ view, search, refs: queue.rows.map((row) => row.reference) })
  }, [view, search, queue.rows])

  const narrow = useMemo(
    () => (change: Partial<typeof search>) =>
      void navigate({ search: (before) => ({ ...before, ...change }), replace: true }),
    [navigate],
  )

  return (
    <div className={styles.queue} data-preview={preview && active ? true : undefined}>
      <ViewList views={views} current={view} />
      <section className={styles.list} aria-label={name}>
        <div className={styles.head}>
          <PageHeader title={name}>
            <span className="dim">{queue.total}</span>
          </PageHeader>
          <QueueFilter
            q={search.q}
            sort={search.sort}
            filter={search.filter}
            onChange={narrow}
            told={queue.told}
            view={views.find((each) => each.id === view)}
          />
        </div>
        {queue.fresh > 0 && (
          <button type="button" className={styles.fresh} onClick={queue.showFresh}>
            {t('desk:fresh', { count: queue.fresh })}
          </button>
        )}
        {queue.error ? (
          <div className={styles.pad}>
            <ErrorPanel error={queue.error} />
          </div>
        ) : queue.loading ? (
          <div className={styles.pad}>
            <SkeletonLines count={12} />
          </div>
        ) : queue.rows.length === 0 ? (
          <EmptyState
            title={t(search.q || search.filter ? 'desk:empty.filtered' : 'desk:empty.done')}
            text={t(search.q || search.filter ? 'desk:empty.filteredText' : 'desk:empty.doneText')}
          />
        ) : (
          <TicketGrid name={name} queue={queue} selection={selection} />
        )}
        {selection.chosen.size > 0 && <BulkBar count={selection.chosen.size} acts={acts} onClear={selection.clear} />}
      </section>
      {preview && active && (
        <Suspense fallback={<aside className={styles.preview} />}>
          <Preview
            row={active}
            compose={compose}
            onNext={() => selection.move(1)}
            onClose={() => setPreview(false)}
          />
        </Suspense>
      )}
      <Suspense>
        {acts.asked && (
          <ActDialog
            key={acts.asked}
            act={acts.asked}
            start={acts.start}
            busy={acts.busy}
            error={acts.error}
            onClose={acts.dismiss}
            onSubmit={acts.submit}
          />
        )}
      </Suspense>
    </div>
  )
}
