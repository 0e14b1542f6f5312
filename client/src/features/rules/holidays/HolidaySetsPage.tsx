import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Schemas } from '~/api/types'
import { ConfirmDialog } from '~/components/admin/ConfirmDialog'
import { ResourceTable, type Column } from '~/components/admin/ResourceTable'
import { PageHeader } from '~/components/PageHeader'
import { useBuiltInNames } from '~/components/built-in-names'
import { toast } from '~/components/toast'
import { choicesQuery, listQuery, refresh } from '~/data/admin/resource'
import { useFormat, type makeFormat } from '~/i18n/format'
import type { Calendar } from '../calendars/calendar-form'
import { useRulesSearch } from '../shared/search'
import { NewHolidaySetDialog } from './NewHolidaySetDialog'

type Row = Schemas['HolidaySetRow']
type Format = ReturnType<typeof makeFormat>

const columnsOf = (
  t: TFunction,
  named: (name: string) => string,
  format: Format,
  users: (set: Row) => Calendar[],
): Column<Row>[] => [
  {
    id: 'name',
    label: 'rules:field.name',
    cell: (set) => (
      <Link to="/admin/holiday-sets/$id" params={{ id: set.id }}>
        {named(set.name)}
      </Link>
    ),
  },
  {
    id: 'days',
    label: 'rules:holidays.days',
    cell: (set) => t('rules:holidays.count', { count: set.dayCount }),
  },
  {
    id: 'span',
    label: 'rules:holidays.span',
    cell: (set) => set.firstDay && set.lastDay && `${format.date(set.firstDay)} – ${format.date(set.lastDay)}`,
  },
  {
    id: 'used',
    label: 'rules:holidays.usedBy',
    cell: (set) =>
      users(set)
        .map((calendar) => named(calendar.name))
        .join(', '),
  },
]

/** Days that calendars share: the holidays of a country, of a site, of the company. */
export function HolidaySetsPage() {
  const { t } = useTranslation()
  const named = useBuiltInNames()
  const format = useFormat()
  const queryClient = useQueryClient()
  const navigate = useNavigate({ from: '/admin/holiday-sets/' })
  const { open } = useRulesSearch()
  const [removing, setRemoving] = useState<Row | null>(null)
  const query = useInfiniteQuery(listQuery<Row>('/service-levels/holiday-sets'))
  const calendars = useQuery(choicesQuery<Calendar>('/service-levels/calendars')).data?.items ?? []
  const users = (set: Row) => calendars.filter((calendar) => calendar.holidaySetIds.includes(set.id))
  const remove = useMutation({
    mutationFn: (set: Row) =>
      request('DELETE', `/service-levels/holiday-sets/${set.id}`, { headers: { 'If-Match': `"${set.version}"` } }),
    onSuccess: async (_, set) => {
      setRemoving(null)
      toast(t('rules:holidays.removed', { name: named(set.name) }))
      await refresh(queryClient)
    },
  })

  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => void navigate({ search: { open: 'new' } })}>
      {t('rules:holidays.new')}
    </Button>
  )
  return (
    <div className="stack">
      <PageHeader title={t('rules:holidays.title')}>{add}</PageHeader>
      <p className="dim">{t('rules:holidays.intro')}</p>
      <ResourceTable
        name={t('rules:holidays.title')}
        query={query}
        columns={columnsOf(t, named, format, users)}
        keyOf={(set) => set.id}
        nameOf={(set) => named(set.name)}
        actions={(set) => [
          {
            id: 'edit',
            label: t('edit'),
            run: () => void navigate({ to: '/admin/holiday-sets/$id', params: { id: set.id } }),
          },
          {
            id: 'remove',
            label: t('rules:holidays.remove'),
            disabled: users(set).length > 0 ? t('rules:holidays.inUse') : undefined,
            run: () => {
              remove.reset()
              setRemoving(set)
            },
          },
        ]}
        empty={{ title: t('rules:holidays.none'), text: t('rules:holidays.intro'), action: add }}
      />
      {open === 'new' && <NewHolidaySetDialog onClose={() => void navigate({ search: {} })} />}
      {removing && (
        <ConfirmDialog
          danger
          title={t('rules:holidays.removeTitle', { name: removing.name })}
          confirm={t('rules:holidays.remove')}
          busy={remove.isPending}
          error={remove.error}
          onClose={() => setRemoving(null)}
          onConfirm={() => remove.mutate(removing)}
        >
          <p>{t('rules:holidays.removeText', { count: removing.dayCount })}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
