import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { incidentReportQuery } from '~/data/reports'
import { groupings, oneOf } from './choices'
import { GroupField } from './GroupField'
import { IncidentsFigures } from './IncidentsFigures'
import { ReportFrame } from './ReportFrame'
import { useReportSearch } from './use-report-search'

/** What came in, and what became of it. */
export function IncidentsPage() {
  const { t } = useTranslation()
  const { search, period, change } = useReportSearch()
  const by = oneOf(groupings, search.by) ?? 'priority'
  const query = useQuery(incidentReportQuery(period.asked, by))
  const before = useQuery(incidentReportQuery(period.before, by)).data?.total
  return (
    <ReportFrame
      title={t('lead:incidents.title')}
      about={t('lead:incidents.about')}
      name="incidents"
      filter={{ ...period.asked, groupBy: by }}
      search={search}
      period={period}
      onChange={change}
      query={query}
      isEmpty={(report) => report.total.opened === 0}
      fields={<GroupField value={by} onChange={(next) => change({ by: next })} />}
    >
      {(report) => <IncidentsFigures report={report} before={before} days={period.days} />}
    </ReportFrame>
  )
}
