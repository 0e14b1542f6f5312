import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateField } from './DateField'
import type { Period } from './period'
import { oneOf, spanNames, spans } from './choices'
import type { ReportSearch } from './report-search'

interface Props {
  search: ReportSearch
  period: Period
  onChange: (change: Partial<ReportSearch>) => void
}

/** Which days a report is about: the last so many, or from one date to another. */
export function PeriodFields({ search, period, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('lead:filter.period')}
        value={period.named ? 'named' : (oneOf(spanNames, search.last) ?? '30d')}
        onChange={({ currentTarget }) => {
          const span = oneOf(spanNames, currentTarget.value)
          onChange(
            span
              ? { last: span === '30d' ? undefined : span, from: undefined, to: undefined }
              : { last: undefined, from: period.first, to: period.last },
          )
        }}
        data={[
          ...spanNames.map((each) => ({ value: each, label: t('lead:filter.lastDays', { count: spans[each] }) })),
          { value: 'named', label: t('lead:filter.named') },
        ]}
      />
      <DateField
        label={t('lead:filter.from')}
        value={period.first}
        onChange={(from) => onChange({ last: undefined, from, to: period.last })}
      />
      <DateField
        label={t('lead:filter.to')}
        value={period.last}
        onChange={(to) => onChange({ last: undefined, from: period.first, to })}
      />
      {period.turned && (
        <p className="meta" role="status">
          {t('lead:filter.turned')}
        </p>
      )}
    </>
  )
}
