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
import { FiguresStatus } from './FiguresStatus'
import { Filters } from './Filters'
import { PeriodFields } from './PeriodFields'
import styles from './ReportFrame.module.css'
import { isNarrowed } from './scope'
import { ScopeFields } from './ScopeFields'
import { ScopeNote } from './ScopeNote'
import type { ReportAddress } from './use-report-search'

interface Props<Report> {
  title: string
  /** What is counted, in a sentence. */
  about: string
  name: ReportName
  filter: ReportFilter
  address: ReportAddress
  /** What else it can be asked for. */
  fields?: ReactNode
  query: UseQueryResult<Report>
  /** What it is compared with: both are shown at once, so that nothing moves and nothing is compared with what it is not. */
  before?: UseQueryResult
  isEmpty: (report: Report) => boolean
  children: (report: Report) => ReactNode
}

/** What every report has: its name, its filters, its files, and what is shown while there are no figures. */
export function ReportFrame<Report>(props: Props<Report>) {
  const { title, about, name, filter, address, fields, query, before, isEmpty, children } = props
  const { search, period, scope, change } = address
  const { t } = useTranslation()
  const format = useFormat()
  const stale = query.isPlaceholderData || before?.isPlaceholderData
  const alone = before?.isPending && !query.error
  const noon = (date: string) => format.date(`${date}T12:00:00Z`)
  return (
    <div className="stack">
      <PageHeader title={title}>
        <Downloads name={name} title={title} filter={filter} />
      </PageHeader>
      <p className="dim">
        {about} {t('lead:filter.span', { from: noon(period.first), to: noon(period.last), zone: period.asked.zone })}
        <ScopeNote scope={scope} />
      </p>
      <Filters label={t('lead:filter.label')}>
        <div>
          <ScopeFields scope={scope} onChange={change} />
        </div>
        <div>
          <PeriodFields search={search} period={period} onChange={change} />
          {fields}
        </div>
      </Filters>
      <FiguresStatus ready={query.data !== undefined && !alone && !stale} />
      {query.data === undefined || alone ? (
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
        <div className={`stack ${styles.figures}`} aria-busy={stale} data-stale={stale || undefined}>
          {/* The figures that were asked for before stay, but not as if they were the answer. */}
          {query.error && <ErrorPanel error={query.error} />}
          {isEmpty(query.data) ? (
            <div className="card">
              <EmptyState
                title={t('lead:empty.title')}
                text={t(isNarrowed(scope) ? 'lead:empty.narrowed' : 'lead:empty.text')}
              />
            </div>
          ) : (
            children(query.data)
          )}
        </div>
      )}
    </div>
  )
}
