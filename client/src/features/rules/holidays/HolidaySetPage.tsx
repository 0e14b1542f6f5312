import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TextField } from '~/components/admin/fields/TextField'
import { RecordForm } from '~/components/admin/RecordForm'
import { PageHeader } from '~/components/PageHeader'
import { useBuiltInNames } from '~/components/built-in-names'
import { toast } from '~/components/toast'
import { choicesQuery, recordQuery } from '~/data/admin/resource'
import type { Calendar } from '../calendars/calendar-form'
import { DaysField } from '../calendars/DaysField'
import { FormFaults } from '../shared/FormFaults'
import { LeaveGuard } from '../shared/LeaveGuard'
import { useSteady } from '../shared/use-steady'
import { bodyOfSet, holidayChecks, valuesOfSet, type HolidayForm, type HolidaySet } from './holiday-form'
import { RepeatYear } from './RepeatYear'

/** One holiday set with its days. */
export function HolidaySetPage() {
  const { t } = useTranslation()
  const named = useBuiltInNames()
  const { id } = useParams({ from: '/_app/admin/holiday-sets/$id' })
  const path = `/service-levels/holiday-sets/${id}`
  const { record, dirty, setDirty, saved } = useSteady(useSuspenseQuery(recordQuery<HolidaySet>(path)).data)
  const calendars = useQuery(choicesQuery<Calendar>('/service-levels/calendars')).data?.items ?? []
  const users = calendars.filter((calendar) => calendar.holidaySetIds.includes(id))
  return (
    <div className="stack">
      <PageHeader title={named(record.name)} />
      <RecordForm<HolidayForm, HolidaySet>
        key={record.version}
        target={{ path, record, valuesOf: valuesOfSet, bodyOf: bodyOfSet }}
        checks={holidayChecks}
        onDirty={setDirty}
        onSaved={(set) => {
          saved(set)
          toast(t('rules:saved', { name: set.name }))
        }}
        aside={
          <p className="meta">
            {users.length > 0
              ? t('rules:holidays.consequence', {
                  count: users.length,
                  names: users.map((calendar) => named(calendar.name)).join(', '),
                })
              : t('rules:holidays.unused')}
          </p>
        }
      >
        <TextField name="name" label={t('rules:field.name')} required maxLength={60} />
        <DaysField name="days" label={t('rules:holidays.days')} help={t('rules:holidays.daysHelp')} />
        <RepeatYear />
        <FormFaults />
      </RecordForm>
      <LeaveGuard dirty={dirty} />
    </div>
  )
}
