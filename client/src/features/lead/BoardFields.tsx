import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BoardScope } from '~/data/board'
import { servicesQuery, sitesQuery, teamsQuery } from '~/data/people'
import { priorities } from './choices'

/** Narrows the board to a team, a priority, a service or a site. */
export function BoardFields({ scope, onChange }: { scope: BoardScope; onChange: (change: BoardScope) => void }) {
  const { t } = useTranslation()
  const named = (items: readonly { id: string; name: string }[] | undefined) =>
    (items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const fields = [
    { id: 'teamId', label: t('lead:by.team'), data: named(useQuery(teamsQuery).data?.items) },
    {
      id: 'priority',
      label: t('lead:by.priority'),
      data: priorities.map((value) => ({
        value,
        label: [value.toUpperCase(), t(`priority.${value}`)].join(' · '),
      })),
    },
    { id: 'serviceId', label: t('lead:filter.service'), data: named(useQuery(servicesQuery).data?.items) },
    { id: 'siteId', label: t('lead:filter.site'), data: named(useQuery(sitesQuery).data?.items) },
  ] as const
  return fields.map(({ id, label, data }) => (
    <NativeSelect
      key={id}
      size="xs"
      label={label}
      value={scope[id] ?? ''}
      onChange={({ currentTarget }) => onChange({ [id]: currentTarget.value || undefined })}
      data={[{ value: '', label: t('lead:filter.any') }, ...data]}
    />
  ))
}
