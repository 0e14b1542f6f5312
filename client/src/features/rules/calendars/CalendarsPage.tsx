import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ResourceTable, type Column } from '~/components/admin/ResourceTable'
import { PageHeader } from '~/components/PageHeader'
import { useBuiltInNames } from '~/components/built-in-names'
import { choicesQuery, listQuery } from '~/data/admin/resource'
import { currentLanguage } from '~/i18n'
import type { Policy } from '../policies/policy-form'
import { serviceTime } from '../shared/service-time'
import type { Calendar } from './calendar-form'
import { readWeek, weekMinutes } from './week'

const columnsOf = (
  t: TFunction,
  named: (name: string) => string,
  users: (calendar: Calendar) => Policy[],
): Column<Calendar>[] => [
  {
    id: 'name',
    label: 'rules:field.name',
    cell: (calendar) => (
      <Link to="/admin/calendars/$id" params={{ id: calendar.id }} search={{}}>
        {named(calendar.name)}
      </Link>
    ),
  },
  { id: 'zone', label: 'rules:field.zone', cell: (calendar) => calendar.timeZone },
  {
    id: 'hours',
    label: 'rules:calendar.hours',
    cell: (calendar) =>
      t('rules:calendar.perWeek', {
        time: serviceTime(weekMinutes(readWeek(calendar.weekly)) * 60, currentLanguage()),
      }),
  },
  {
    id: 'sets',
    label: 'rules:calendar.holidaySets',
    cell: (calendar) => calendar.holidaySets.map((set) => set.name).join(', '),
  },
  {
    id: 'used',
    label: 'rules:calendar.usedBy',
    cell: (calendar) => t('rules:calendar.policies', { count: users(calendar).length }),
  },
]

/** When the organisation is there: the calendars that deadlines are counted by. */
export function CalendarsPage() {
  const { t } = useTranslation()
  const named = useBuiltInNames()
  const navigate = useNavigate()
  const query = useInfiniteQuery(listQuery<Calendar>('/service-levels/calendars'))
  const policies = useQuery(choicesQuery<Policy>('/service-levels/policies')).data?.items ?? []
  const users = (calendar: Calendar) => policies.filter((policy) => policy.active && policy.calendarId === calendar.id)
  const open = (calendar: Calendar) =>
    void navigate({ to: '/admin/calendars/$id', params: { id: calendar.id }, search: {} })

  const add = (
    <Button
      leftSection={<Plus size={16} aria-hidden />}
      renderRoot={(props) => <Link to="/admin/calendars/$id" params={{ id: 'new' }} search={{}} {...props} />}
    >
      {t('rules:calendar.new')}
    </Button>
  )
  return (
    <div className="stack">
      <PageHeader title={t('rules:calendars')}>{add}</PageHeader>
      <p className="dim">{t('rules:calendar.intro')}</p>
      <ResourceTable
        name={t('rules:calendars')}
        query={query}
        columns={columnsOf(t, named, users)}
        keyOf={(calendar) => calendar.id}
        nameOf={(calendar) => named(calendar.name)}
        actions={(calendar) => [{ id: 'edit', label: t('edit'), run: () => open(calendar) }]}
        empty={{ title: t('rules:calendar.none'), text: t('rules:calendar.intro'), action: add }}
      />
    </div>
  )
}
