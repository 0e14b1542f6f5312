import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '~/components/ErrorPanel'
import { PageHeader } from '~/components/PageHeader'
import { SkeletonLines } from '~/components/SkeletonLines'
import { lastList } from '~/data/last-list'
import { viewsQuery } from '~/data/tickets'
import { useIdle } from '~/lib/idle'
import type { Compose } from './PreviewReply'
import { QueueFilter } from './QueueFilter'
import { QueueLayers, type Layer } from './QueueLayers'
import styles from './QueuePage.module.css'
import { TicketGrid } from './TicketGrid'
import { useActs } from './use-acts'
import { useArrangement } from './use-arrangement'
import { useQueue } from './use-queue'
import { useQueueCommands, type Edit } from './use-queue-commands'
import { useSelection } from './use-selection'
import { ViewList } from './ViewList'

const EmptyQueue = lazy(() => import('./EmptyQueue'))
const OwnView = lazy(() => import('./OwnView'))
const loadBar = () => import('./SelectionBar')
const loadAhead = () => void loadBar().catch(() => undefined)
const SelectionBar = lazy(loadBar)

/** The place of a technician's day: views, dense rows, a preview, and everything by keys. */
export function QueuePage() {
  const { t } = useTranslation()
  const { view } = useParams({ from: '/_app/desk/queues/$view' })
  const search = useSearch({ from: '/_app/desk/queues/$view' })
  const navigate = useNavigate({ from: '/desk/queues/$view' })
  const views = useQuery(viewsQuery).data?.items ?? []
  const present = views.find((each) => each.id === view)
  const name = view === 'all' ? t('desk:all') : (present?.name ?? t('desk:queue'))
  const [arrangement, arrange] = useArrangement()
  const sort = search.sort ?? arrangement.sorts[view]
  const queue = useQueue({ view, q: search.q, sort }, search.filter, arrangement.group)
  const list = JSON.stringify([view, search.q, search.filter])
  const [place] = useState(() => lastList.returning({ view, search }))
  const selection = useSelection(queue.rows, list, place)
  const acts = useActs(queue.rows, selection)
  const [preview, setPreview] = useState(false)
  const [compose, setCompose] = useState<Compose | null>(null)
  const [cleared, setCleared] = useState(0)
  const [layer, setLayer] = useState<Layer | null>(null)
  const active = queue.rows[selection.active]
  const reference = active?.reference

  const write = useCallback(
    (kind: Compose['kind']) => {
      if (!reference) return
      setPreview(true)
      setCompose((before) => ({ reference, kind, count: (before?.count ?? 0) + 1 }))
    },
    [reference],
  )
  const edit = useCallback<Edit>((row, field, many) => setLayer({ row, field, many }), [])
  useQueueCommands({ queue, selection, acts, preview, setPreview, compose: write, edit })

  useIdle(loadAhead)
  useEffect(() => lastList.returned(place?.scroll ?? 0), [place])
  useEffect(() => {
    lastList.set({ view, name, search, refs: queue.rows.map((row) => row.reference) })
  }, [view, name, search, queue.rows])

  const narrow = useMemo(
    () => (change: Partial<typeof search>) =>
      void navigate({ search: (before) => ({ ...before, ...change }), replace: true }),
    [navigate],
  )
  // The field of the filter begins anew with it.
  const clear = () =>
    void navigate({ search: ({ sort: kept }) => ({ sort: kept }), replace: true }).then(() =>
      setCleared((count) => count + 1),
    )
  const order = (wanted: string | undefined) => {
    narrow({ sort: wanted })
    const { [view]: _, ...others } = arrangement.sorts
    arrange({ sorts: wanted ? { ...others, [view]: wanted } : others })
  }

  return (
    <div className={styles.queue} data-desk data-preview={preview && active ? true : undefined}>
      <ViewList views={views} current={view} />
      <section className={styles.list} aria-label={name}>
        <div className={styles.head}>
          <PageHeader title={name}>
            <span className="dim">{queue.total}</span>
            {present && !present.builtIn && (
              <Suspense>
                <OwnView view={present} />
              </Suspense>
            )}
          </PageHeader>
          <QueueFilter
            key={cleared}
            q={search.q}
            sort={sort}
            filter={search.filter}
            onChange={narrow}
            onSort={order}
            onArrange={() => setLayer('arrange')}
            told={queue.told}
            view={present}
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
          <Suspense>
            <EmptyQueue views={views} current={view} narrowed={Boolean(search.q || search.filter)} onClear={clear} />
          </Suspense>
        ) : (
          <TicketGrid
            name={name}
            queue={queue}
            selection={selection}
            top={place?.scroll}
            columns={arrangement.columns}
            group={arrangement.group}
            sort={sort ?? present?.sort ?? '-updatedAt'}
            onSort={order}
            onEdit={edit}
          />
        )}
        {selection.chosen.size > 0 && (
          <Suspense>
            <SelectionBar
              list={list}
              search={{ view, q: search.q, sort }}
              filter={search.filter}
              amount={queue.amount}
              selection={selection}
              acts={acts}
              onMerge={() => setLayer('merge')}
            />
          </Suspense>
        )}
      </section>
      <QueueLayers
        active={preview ? active : undefined}
        compose={compose}
        layer={layer}
        acts={acts}
        arrangement={arrangement}
        onArrange={arrange}
        onNext={() => selection.move(1)}
        onClosePreview={() => setPreview(false)}
        onCloseLayer={() => {
          if (layer === 'merge') selection.clear()
          setLayer(null)
        }}
      />
    </div>
  )
}
