import { useId, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CalendarForm } from './calendar-form'
import { DayRow } from './DayRow'
import { weekdays, type Weekday } from './week'
import styles from './WeekEditor.module.css'

/** The hours of an ordinary week, a field for each day: drawn with the pointer, moved with the arrow keys, or typed. */
export function WeekEditor() {
  const { t } = useTranslation()
  const { getValues, setValue } = useFormContext<CalendarForm>()
  const help = useId()
  const [said, say] = useState('')

  const copy = (from: Weekday, to: readonly Weekday[]) => {
    const hours = getValues(from)
    for (const day of to)
      setValue(
        day,
        hours.map((each) => ({ ...each })),
        { shouldDirty: true },
      )
    say(t('rules:week.copied', { day: t(`rules:day.${from}`) }))
  }

  return (
    <div className="stack-s">
      <p className="meta" id={help}>
        {t('rules:week.help')}
      </p>
      <div className={styles.scale} aria-hidden>
        {[0, 6, 12, 18, 24].map((hour) => (
          <span key={hour} style={{ insetInlineStart: `${(hour / 24) * 100}%` }}>
            {hour}
          </span>
        ))}
      </div>
      {weekdays.map((day) => (
        <DayRow key={day} day={day} helpId={help} onCopy={(to) => copy(day, to)} onSay={say} />
      ))}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  )
}
