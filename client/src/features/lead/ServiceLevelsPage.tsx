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
  const address = useReportSearch()
  const { search, period, asked, change } = address
  const by = oneOf(groupings, search.by) ?? 'team'
  const target = oneOf(targets, search.target) ?? 'resolution'
  const query = useQuery(serviceLevelReportQuery(asked, by))
  const before = useQuery(serviceLevelReportQuery(address.before, by))
  return (
    <ReportFrame
      title={t('lead:serviceLevels.title')}
      about={t('lead:serviceLevels.about')}
      name="service-levels"
      filter={{ ...asked, groupBy: by }}
      address={address}
      query={query}
      before={before}
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
      {(report) => <ServiceLevelsFigures report={report} before={before.data} days={period.days} target={target} />}
    </ReportFrame>
  )
}
