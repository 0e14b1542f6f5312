import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordForm } from '~/components/admin/RecordForm'
import { PageHeader } from '~/components/PageHeader'
import { useBuiltInNames } from '~/components/built-in-names'
import { toast } from '~/components/toast'
import { choicesQuery, recordQuery } from '~/data/admin/resource'
import { useFormat } from '~/i18n/format'
import type { Policy } from '../policies/policy-form'
import { LeaveGuard } from '../shared/LeaveGuard'
import { Tabs } from '../shared/Tabs'
import { useSteady } from '../shared/use-steady'
import { bodyOfCalendar, calendarChecks, valuesOfCalendar, type Calendar, type CalendarForm } from './calendar-form'
import { useRulesSearch } from '../shared/search'
import { CalendarFields } from './CalendarFields'
import { CalendarVersions } from './CalendarVersions'
import { NewCalendarPage } from './NewCalendarPage'
import { calendarTabs } from './tabs'
import { TryCalendar } from './TryCalendar'
import { Typed } from './Typed'

/** One calendar, or a new one. */
export function CalendarPage() {
  const { id } = useParams({ from: '/_app/admin/calendars/$id' })
  return id === 'new' ? <NewCalendarPage /> : <KnownCalendar key={id} id={id} />
}

/** Its week, its special days, a try, and what it said before. */
function KnownCalendar({ id }: { id: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const named = useBuiltInNames()
  const search = useRulesSearch()
  const tab = calendarTabs.find((each) => each === search.tab) ?? 'week'
  const [thisYear] = useState(() => new Date().getFullYear())
  const year = search.year ?? thisYear
  const navigate = useNavigate({ from: '/admin/calendars/$id' })
  const path = `/service-levels/calendars/${id}`
  const { record, dirty, setDirty, saved } = useSteady(useSuspenseQuery(recordQuery<Calendar>(path)).data)
  const policies = useQuery(choicesQuery<Policy>('/service-levels/policies')).data?.items ?? []
  const users = policies.filter((policy) => policy.active && policy.calendarId === id)
  const [typed, setTyped] = useState<CalendarForm | null>(null)
  const editing = tab === 'week' || tab === 'days'
  return (
    <div className="stack">
      <PageHeader title={named(record.name)} />
      <p className="dim">
        {t('rules:calendar.published', { version: record.publishedVersion, at: format.full(record.publishedAt) })}
      </p>
      <Tabs
        label={t('rules:calendar.parts')}
        active={tab}
        tabs={calendarTabs.map((each) => [each, t(`rules:calendar.tab.${each}`)] as const)}
      />
      <div hidden={!editing}>
        <RecordForm<CalendarForm, Calendar>
          key={record.version}
          target={{ path, record, valuesOf: valuesOfCalendar, bodyOf: bodyOfCalendar }}
          checks={calendarChecks}
          submit={t('rules:calendar.publish')}
          onDirty={setDirty}
          onSaved={(calendar) => {
            saved(calendar)
            toast(t('rules:calendar.saved', { version: calendar.publishedVersion }))
          }}
          aside={
            <p className="meta">
              {t('rules:calendar.consequence', { version: record.publishedVersion + 1 })}{' '}
              {users.length > 0
                ? t('rules:calendar.consequencePolicies', { names: users.map((policy) => policy.name).join(', ') })
                : t('rules:calendar.unused')}
            </p>
          }
        >
          <Typed onChange={setTyped} />
          <CalendarFields
            part={tab === 'days' ? 'days' : 'week'}
            year={year}
            onYear={(next) => void navigate({ search: (before) => ({ ...before, year: next }), replace: true })}
          />
        </RecordForm>
      </div>
      {tab === 'try' && typed && <TryCalendar typed={typed} published={dirty ? undefined : record} />}
      {tab === 'versions' && <CalendarVersions calendar={record} />}
      <LeaveGuard dirty={dirty} />
    </div>
  )
}
