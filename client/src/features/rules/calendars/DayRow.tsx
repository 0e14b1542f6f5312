import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useField } from '~/components/admin/form-meta'
import { Menu } from '~/components/Menu'
import { currentLanguage } from '~/i18n'
import { serviceTime } from '../shared/service-time'
import type { CalendarForm } from './calendar-form'
import { DayTrack } from './DayTrack'
import { HoursFields } from './HoursFields'
import { midnight, minutesOf, timeText, weekdays, type Hours, type Weekday } from './week'
import styles from './WeekEditor.module.css'

interface Props {
  day: Weekday
  helpId: string
  onCopy: (to: readonly Weekday[]) => void
  onSay: (text: string) => void
}

const dayBefore = (day: Weekday): Weekday => weekdays[(weekdays.indexOf(day) + 6) % 7]!

/** Hours reaching over midnight, as the morning they end in shows them. */
const spillOf = (hours: readonly Hours[]): Hours[] =>
  hours.filter(({ to }) => to > midnight).map(({ to }) => ({ from: 0, to: to - midnight }))

/** One day of the week: its name and sum, the picture of its hours, the same as fields. */
export function DayRow({ day, helpId, onCopy, onSay }: Props) {
  const { t } = useTranslation()
  const name = t(`rules:day.${day}`)
  const show = (value: unknown) =>
    (value as Hours[]).map(({ from, to }) => `${timeText(from)}–${timeText(to)}`).join(', ') || t('rules:week.closed')
  const field = useField<Hours[]>(day, name, show)
  const before = useWatch<CalendarForm, Weekday>({ name: dayBefore(day) })
  const hours = field.value
  const shared = { name, hours, onChange: field.set }
  return (
    <fieldset className={styles.day}>
      <legend className="visually-hidden">{name}</legend>
      <div className={styles.name}>
        <strong aria-hidden>{name}</strong>
        <span className="meta">
          {hours.length > 0 ? serviceTime(minutesOf(hours) * 60, currentLanguage()) : t('rules:week.closed')}
        </span>
      </div>
      <DayTrack {...shared} spill={spillOf(before)} helpId={helpId} onSay={onSay} />
      <div className={styles.fields}>
        <HoursFields {...shared} />
        <Menu
          label={t('rules:week.more')}
          name={t('rules:week.moreOf', { day: name })}
          entries={[
            { id: 'workdays', label: t('rules:week.copyToWorkdays'), run: () => onCopy(weekdays.slice(0, 5)) },
            { id: 'all', label: t('rules:week.copyToAll'), run: () => onCopy(weekdays) },
            { id: 'whole', label: t('rules:week.wholeDay'), run: () => field.set([{ from: 0, to: midnight }]) },
            {
              id: 'close',
              label: t('rules:week.close'),
              run: () => field.set([]),
              disabled: hours.length === 0 ? t('rules:week.closed') : undefined,
            },
          ]}
        />
      </div>
      {field.error && <p role="alert">{field.error}</p>}
    </fieldset>
  )
}
