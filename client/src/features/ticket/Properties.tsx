import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CustomFieldText } from '~/components/custom-fields/CustomFieldText'
import { customFieldsQuery, type CustomValue } from '~/data/custom-fields'
import { categoriesQuery, servicesQuery, sitesQuery } from '~/data/people'
import { useFormat } from '~/i18n/format'
import { ConflictDialog } from './ConflictDialog'
import { CustomProperties } from './CustomProperties'
import { customKey, type Fields } from './fields'
import { PriorityByHand } from './PriorityByHand'
import type { PanelProps } from './Side'
import { Tags } from './Tags'
import { useUpdate } from './use-update'
import { Watchers } from './Watchers'

const levels = ['high', 'medium', 'low'] as const

/** What the ticket is about, edited where it stands. */
export function Properties({ incident, acts, watching }: PanelProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const update = useUpdate(incident)
  const categories = useQuery(categoriesQuery).data?.items ?? []
  const services = useQuery(servicesQuery).data?.items ?? []
  const sites = useQuery(sitesQuery).data?.items ?? []
  const definitions = useQuery(customFieldsQuery).data?.items ?? []
  const over = incident.state === 'closed' || incident.state === 'cancelled'

  const lists: Record<string, readonly { id: string; name: string }[]> = {
    categoryId: categories,
    serviceId: services,
    siteId: sites,
  }
  const present: Record<string, { id: string; name: string } | null> = {
    categoryId: incident.category,
    serviceId: incident.service,
    siteId: incident.site,
  }
  const customField = (field: string) => definitions.find((each) => each.key === customKey(field))
  const name = (field: string, value: unknown): ReactNode => {
    const custom = customField(field)
    if (custom) return <CustomFieldText field={custom} value={(value ?? undefined) as CustomValue | undefined} />
    if (typeof value !== 'string') return '—'
    const known = lists[field]?.find((each) => each.id === value)
    if (known) return known.name
    if (field === 'urgency') return t(`urgency.${value}`)
    return field === 'impact' ? t(`level.${value}`) : value
  }

  const level = (field: 'impact' | 'urgency') => (
    <NativeSelect
      size="xs"
      data-field={field}
      label={t(`desk:field.${field}`)}
      value={update.underWay[field] ?? incident[field]}
      disabled={over}
      onChange={(event) => update.change({ [field]: event.currentTarget.value } as Partial<Fields>)}
      data={levels.map((each) => ({
        value: each,
        label: field === 'urgency' ? t(`urgency.${each}`) : t(`level.${each}`),
      }))}
    />
  )
  const record = (field: 'categoryId' | 'serviceId' | 'siteId') => {
    const value = present[field]
    const coming = update.underWay[field]
    const options = [...(lists[field] ?? [])]
    if (value && !options.some((each) => each.id === value.id)) options.unshift(value)
    return (
      <NativeSelect
        size="xs"
        label={t(`desk:field.${field}`)}
        value={(coming === undefined ? value?.id : coming) ?? ''}
        disabled={over}
        onChange={(event) => update.change({ [field]: event.currentTarget.value || null } as Partial<Fields>)}
        data={[{ value: '', label: '—' }, ...options.map((each) => ({ value: each.id, label: each.name }))]}
      />
    )
  }
  return (
    <div className="stack">
      {level('impact')}
      {level('urgency')}
      <PriorityByHand incident={incident} acts={acts} />
      <p>
        <span className="dim">{t('desk:field.team')} </span>
        {incident.team?.name ?? '—'} · {incident.assignee?.name ?? t('desk:nobody')}
      </p>
      {record('categoryId')}
      {record('serviceId')}
      {record('siteId')}
      {incident.configurationItems.length > 0 && (
        <p>
          <span className="dim">{t('desk:field.configurationItems')} </span>
          {format.list(incident.configurationItems.map((each) => each.name))}
        </p>
      )}
      <Tags incident={incident} />
      <CustomProperties incident={incident} update={update} over={over} />
      <Watchers watching={watching} />
      {update.conflict && (
        <ConflictDialog
          conflict={update.conflict}
          name={name}
          label={(field) => customField(field)?.name}
          onMine={update.keepMine}
          onTheirs={update.keepTheirs}
        />
      )}
    </div>
  )
}
