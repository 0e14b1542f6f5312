import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { attributionReportQuery } from '~/data/reports'
import { AttributionFigures } from './AttributionFigures'
import { holders, oneOf } from './choices'
import { ReportFrame } from './ReportFrame'
import { useReportSearch } from './use-report-search'

/** Who had the time of what came too late. */
export function AttributionPage() {
  const { t } = useTranslation()
  const address = useReportSearch()
  const { search, asked, change } = address
  const breached = search.of !== 'all'
  const holder = oneOf(holders, search.holder)
  const query = useQuery(attributionReportQuery(asked, breached))
  return (
    <ReportFrame
      title={t('lead:attribution.title')}
      about={t(breached ? 'lead:attribution.aboutBreached' : 'lead:attribution.aboutAll')}
      name="attribution"
      filter={{ ...asked, breached }}
      address={address}
      query={query}
      isEmpty={(report) => report.total.tickets === 0}
      fields={
        <>
          <NativeSelect
            size="xs"
            label={t('lead:filter.tickets')}
            value={breached ? 'breached' : 'all'}
            onChange={({ currentTarget }) => change({ of: currentTarget.value === 'all' ? 'all' : undefined })}
            data={[
              { value: 'breached', label: t('lead:attribution.breached') },
              { value: 'all', label: t('lead:attribution.all') },
            ]}
          />
          <NativeSelect
            size="xs"
            label={t('lead:filter.holder')}
            value={holder ?? ''}
            onChange={({ currentTarget }) => change({ holder: currentTarget.value || undefined })}
            data={[
              { value: '', label: t('lead:holder.any') },
              ...holders.map((each) => ({ value: each, label: t(`lead:holder.${each}`) })),
            ]}
          />
        </>
      }
    >
      {(report) => <AttributionFigures report={report} holder={holder} />}
    </ReportFrame>
  )
}
