import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordForm } from '~/components/admin/RecordForm'
import { PageHeader } from '~/components/PageHeader'
import { toast } from '~/components/toast'
import { timeZone } from '~/i18n/format'
import { LeaveGuard } from '../shared/LeaveGuard'
import { bodyOfCalendar, calendarChecks, type Calendar, type CalendarForm } from './calendar-form'
import { CalendarFields } from './CalendarFields'
import { TryCalendar } from './TryCalendar'
import { Typed } from './Typed'
import { weekdays, type Week } from './week'

const officeWeek = () =>
  Object.fromEntries(
    weekdays.map((day, index) => [
      day,
      index < 5
        ? [
            { from: 480, to: 720 },
            { from: 780, to: 1020 },
          ]
        : [],
    ]),
  ) as unknown as Week

/** A calendar to begin with: an office week in the reader's zone. */
export function NewCalendarPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [dirty, setDirty] = useState(false)
  const [year, setYear] = useState(() => new Date().getFullYear())
  const [defaults] = useState<CalendarForm>(() => ({
    name: '',
    timeZone: timeZone.get(),
    holidaySetIds: [],
    exceptions: [],
    ...officeWeek(),
  }))
  const [typed, setTyped] = useState(defaults)
  const [made, setMade] = useState<Calendar | null>(null)
  return (
    <div className="stack">
      <PageHeader title={t('rules:calendar.new')} />
      <RecordForm<CalendarForm, Calendar>
        target={{ path: '/service-levels/calendars', bodyOf: bodyOfCalendar }}
        checks={calendarChecks}
        defaults={defaults}
        submit={t('rules:calendar.introduce')}
        onDirty={setDirty}
        onSaved={(calendar) => {
          setMade(calendar)
          toast(t('rules:saved', { name: calendar.name }))
          void navigate({ to: '/admin/calendars/$id', params: { id: calendar.id }, search: {}, ignoreBlocker: true })
        }}
        onCancel={() => void navigate({ to: '/admin/calendars' })}
        aside={<p className="meta">{t('rules:calendar.newHelp')}</p>}
      >
        <Typed onChange={setTyped} />
        <CalendarFields part="both" year={year} onYear={setYear} />
      </RecordForm>
      <h2>{t('rules:try.title')}</h2>
      <TryCalendar typed={typed} />
      <LeaveGuard dirty={dirty && made === null} />
    </div>
  )
}
