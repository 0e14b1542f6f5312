import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { serviceLevelReportQuery } from '~/data/reports'
import { groupings, oneOf, targets } from './choices'
import { GroupField } from './GroupField'
import { ReportFrame } from './ReportFrame'
import { ServiceLevelsFigures } from './ServiceLevelsFigures'
import { useReportSearch } from './use-report-search'

/** How the promises were kept. */
export function ServiceLevelsPage() {
  const { t } = useTranslation()
  const { search, period, change } = useReportSearch()
  const by = oneOf(groupings, search.by) ?? 'team'
  const target = oneOf(targets, search.target) ?? 'resolution'
  const query = useQuery(serviceLevelReportQuery(period.asked, by))
  const before = useQuery(serviceLevelReportQuery(period.before, by)).data
  return (
    <ReportFrame
      title={t('lead:serviceLevels.title')}
      about={t('lead:serviceLevels.about')}
      name="service-levels"
      filter={{ ...period.asked, groupBy: by }}
      search={search}
      period={period}
      onChange={change}
      query={query}
      isEmpty={(report) => report.rows.length === 0}
      fields={
        <>
          <NativeSelect
            size="xs"
            label={t('lead:filter.target')}
            value={target}
            onChange={({ currentTarget }) => change({ target: currentTarget.value })}
            data={targets.map((each) => ({ value: each, label: t(`target.${each}`) }))}
          />
          <GroupField value={by} onChange={(next) => change({ by: next })} />
        </>
      }
    >
      {(report) => <ServiceLevelsFigures report={report} before={before} days={period.days} target={target} />}
    </ReportFrame>
  )
}
