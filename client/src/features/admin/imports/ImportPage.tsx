import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { ResourceTable, type Column } from '~/components/admin/ResourceTable'
import { ErrorPanel } from '~/components/ErrorPanel'
import { PageHeader } from '~/components/PageHeader'
import { SkeletonLines } from '~/components/SkeletonLines'
import { listQuery, recordQuery } from '~/data/admin/resource'
import { useFormat } from '~/i18n/format'
import { ImportFailure } from './ImportFailure'
import { ImportState } from './ImportState'
import { RowReason } from './RowReason'
import styles from './imports.module.css'

type Import = Schemas['ImportResponse']
type Row = Schemas['RejectedRow']

const columns: Column<Row>[] = [
  { id: 'row', label: 'admin:field.row', cell: (row) => row.row },
  { id: 'reason', label: 'admin:imports.reason', cell: (row) => <RowReason row={row} /> },
]

const underWay = (run: Import | undefined) => run?.state === 'queued' || run?.state === 'running'

/** How far an import is, and each row that could not be taken with its reason. */
export function ImportPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const { id } = useParams({ from: '/_app/admin/imports/$id' })
  const { data: run, error } = useQuery({
    ...recordQuery<Import>(`/imports/${id}`),
    refetchInterval: ({ state }) => (underWay(state.data) ? 1_000 : false),
  })
  const rejected = useInfiniteQuery({
    ...listQuery<Row>(`/imports/${id}/rejections`),
    enabled: run !== undefined && run.rowsRejected > 0,
    refetchInterval: underWay(run) ? 2_000 : false,
  })
  if (!run)
    return (
      <div className="stack">
        <PageHeader title={t('admin:imports.title')} />
        {error ? <ErrorPanel error={error} /> : <SkeletonLines count={6} />}
      </div>
    )
  const sums = [
    [t('admin:imports.rowsRead'), run.rowsRead],
    [t('admin:imports.created'), run.ticketsCreated],
    [t('admin:imports.known'), run.ticketsKnown],
    [t('admin:imports.rejected'), run.rowsRejected],
  ] as const
  return (
    <div className="stack">
      <PageHeader title={run.fileName} />
      <div className="row" role="status">
        <ImportState state={run.state} />
        {underWay(run) && <progress aria-label={t('admin:imports.state.running')} />}
      </div>
      {run.failure && (
        <p className="card">
          {t('admin:imports.failure')} <ImportFailure run={run} />
        </p>
      )}
      <dl className={`card ${styles.sums}`}>
        {sums.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{format.number(count)}</dd>
          </div>
        ))}
      </dl>
      <p className="meta">
        {t('admin:imports.by', { name: run.requestedBy.name, at: format.full(run.createdAt) })}
        {run.finishedAt && ` ${t('admin:imports.finished', { at: format.full(run.finishedAt) })}`}{' '}
        {t('admin:imports.options', { source: run.source, zone: run.timeZone })}
      </p>
      {run.rowsRejected > 0 && (
        <section className="stack">
          <h2>{t('admin:imports.rejectedTitle')}</h2>
          <p className="meta">{t('admin:imports.rowHelp')}</p>
          <ResourceTable
            name={t('admin:imports.rejectedTitle')}
            query={rejected}
            columns={columns}
            keyOf={(row) => `${row.row} ${row.reason}`}
            nameOf={(row) => String(row.row)}
            empty={{ title: t('admin:imports.noneRejected') }}
          />
        </section>
      )}
      {run.state === 'done' && run.rowsRejected === 0 && <p>{t('admin:imports.noneRejected')}</p>}
    </div>
  )
}
