import { Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/EmptyState'
import { ErrorPanel } from '~/components/ErrorPanel'
import { PageHeader } from '~/components/PageHeader'
import { SkeletonLines } from '~/components/SkeletonLines'
import type { ReportFilter, ReportName } from '~/data/reports'
import { useFormat } from '~/i18n/format'
import { Downloads } from './Downloads'
import type { Period } from './period'
import { PeriodFields } from './PeriodFields'
import type { ReportSearch } from './report-search'
import styles from './ReportFrame.module.css'

interface Props<Report> {
  title: string
  /** What is counted, in a sentence. */
  about: string
  name: ReportName
  filter: ReportFilter
  search: ReportSearch
  period: Period
  onChange: (change: Partial<ReportSearch>) => void
  /** What else it can be asked for. */
  fields?: ReactNode
  query: UseQueryResult<Report>
  isEmpty: (report: Report) => boolean
  children: (report: Report) => ReactNode
}

/** What every report has: its name, its filters, its files, and what is shown while there are no figures. */
export function ReportFrame<Report>(props: Props<Report>) {
  const { title, about, name, filter, search, period, onChange, fields, query, isEmpty, children } = props
  const { t } = useTranslation()
  const format = useFormat()
  const noon = (date: string) => format.date(`${date}T12:00:00Z`)
  return (
    <div className="stack">
      <PageHeader title={title}>
        <Downloads name={name} filter={filter} />
      </PageHeader>
      <p className="dim">
        {about} {t('lead:filter.span', { from: noon(period.first), to: noon(period.last), zone: period.asked.zone })}
      </p>
      <div className={styles.filters} role="group" aria-label={t('lead:filter.label')} data-noprint>
        <PeriodFields search={search} period={period} onChange={onChange} />
        {fields}
      </div>
      {query.data === undefined ? (
        query.error ? (
          <div className="stack">
            <ErrorPanel error={query.error} />
            <div>
              <Button variant="default" onClick={() => void query.refetch()}>
                {t('error.again')}
              </Button>
            </div>
          </div>
        ) : (
          <div className={`card ${styles.waiting}`}>
            <SkeletonLines count={10} />
          </div>
        )
      ) : (
        <div className="stack" aria-busy={query.isPlaceholderData} data-stale={query.isPlaceholderData || undefined}>
          {/* The figures that were asked for before stay, but not as if they were the answer. */}
          {query.error && <ErrorPanel error={query.error} />}
          {isEmpty(query.data) ? (
            <div className="card">
              <EmptyState title={t('lead:empty.title')} text={t('lead:empty.text')} />
            </div>
          ) : (
            children(query.data)
          )}
        </div>
      )}
    </div>
  )
}
