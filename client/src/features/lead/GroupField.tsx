import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Grouping } from '~/data/reports'
import { groupings } from './choices'

/** By what the rows are told apart. */
export function GroupField({ value, onChange }: { value: Grouping; onChange: (by: Grouping) => void }) {
  const { t } = useTranslation()
  return (
    <NativeSelect
      size="xs"
      label={t('lead:filter.by')}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value as Grouping)}
      data={groupings.map((by) => ({ value: by, label: t(`lead:by.${by}`) }))}
    />
  )
}
