import { useQueries } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { TextField } from '~/components/admin/fields/TextField'
import { ZoneField } from '~/components/admin/fields/ZoneField'
import { recordQuery } from '~/data/admin/resource'
import { currentLanguage } from '~/i18n'
import { FormFaults } from '../shared/FormFaults'
import { serviceTime } from '../shared/service-time'
import { readDays, type CalendarForm } from './calendar-form'
import styles from './CalendarPage.module.css'
import { DaysField } from './DaysField'
import { HolidaySetsField } from './HolidaySetsField'
import { weekMinutes } from './week'
import { WeekEditor } from './WeekEditor'
import { mergeDays } from './year'
import { YearView } from './YearView'

interface Props {
  part: 'week' | 'days' | 'both'
  year: number
  onYear: (year: number) => void
}

/** The fields of a calendar; the part that is not in view keeps what was typed in it. */
export function CalendarFields({ part, year, onYear }: Props) {
  const { t } = useTranslation()
  const form = useWatch<CalendarForm>() as CalendarForm
  const sets = useQueries({
    queries: form.holidaySetIds.map((id) =>
      recordQuery<Schemas['HolidaySetResponse']>(`/service-levels/holiday-sets/${id}`),
    ),
  })
  const special = mergeDays(
    form.exceptions,
    sets.flatMap(({ data }) => (data ? [{ name: data.name, days: readDays(data.days) }] : [])),
  )
  const sum = weekMinutes(form)
  return (
    <>
      <div className={styles.two}>
        <TextField name="name" label={t('rules:field.name')} required maxLength={120} />
        <ZoneField name="timeZone" label={t('rules:field.zone')} required />
      </div>
      <div hidden={part === 'days'}>
        <div className="stack">
          <div className="between">
            <h2>{t('rules:week.title')}</h2>
            <strong>{t('rules:calendar.perWeek', { time: serviceTime(sum * 60, currentLanguage()) })}</strong>
          </div>
          <WeekEditor />
          {sum === 0 && <p role="alert">{t('rules:week.never')}</p>}
        </div>
      </div>
      <div hidden={part === 'week'}>
        <div className="stack-l">
          <HolidaySetsField name="holidaySetIds" />
          <DaysField
            name="exceptions"
            label={t('rules:calendar.exceptions')}
            help={t('rules:calendar.exceptionsHelp')}
          />
          <YearView year={year} onYear={onYear} week={form} special={special} />
        </div>
      </div>
      <FormFaults />
    </>
  )
}
