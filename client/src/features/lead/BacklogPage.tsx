import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { backlogReportQuery } from '~/data/reports'
import { BacklogFigures } from './BacklogFigures'
import { intervals, oneOf } from './choices'
import { intervalOf, intervalsFor } from './interval'
import { ReportFrame } from './ReportFrame'
import { useReportSearch } from './use-report-search'

/** Whether the pile grows: what came in, what left, and what was still to be done. */
export function BacklogPage() {
  const { t } = useTranslation()
  const address = useReportSearch()
  const { search, period, asked, change } = address
  const interval = intervalOf(oneOf(intervals, search.interval), period.days)
  const query = useQuery(backlogReportQuery(asked, interval))
  return (
    <ReportFrame
      title={t('lead:backlog.title')}
      about={t('lead:backlog.about')}
      name="backlog"
      filter={{ ...asked, interval }}
      address={address}
      query={query}
      isEmpty={(report) => report.rows.every((row) => row.opened + row.closed + row.notClosed === 0)}
      fields={
        <NativeSelect
          size="xs"
          label={t('lead:filter.interval')}
          value={interval}
          onChange={({ currentTarget }) => change({ interval: currentTarget.value })}
          data={intervalsFor(period.days).map((each) => ({ value: each, label: t(`lead:interval.${each}`) }))}
        />
      }
    >
      {(report) => <BacklogFigures report={report} />}
    </ReportFrame>
  )
}
