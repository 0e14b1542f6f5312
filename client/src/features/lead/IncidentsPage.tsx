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
  const address = useReportSearch()
  const { search, period, asked, change } = address
  const by = oneOf(groupings, search.by) ?? 'priority'
  const query = useQuery(incidentReportQuery(asked, by))
  const before = useQuery(incidentReportQuery(address.before, by))
  return (
    <ReportFrame
      title={t('lead:incidents.title')}
      about={t('lead:incidents.about')}
      name="incidents"
      filter={{ ...asked, groupBy: by }}
      address={address}
      query={query}
      before={before}
      isEmpty={(report) => report.total.opened === 0}
      fields={<GroupField value={by} onChange={(next) => change({ by: next })} />}
    >
      {(report) => <IncidentsFigures report={report} before={before.data?.total} days={period.days} />}
    </ReportFrame>
  )
}
