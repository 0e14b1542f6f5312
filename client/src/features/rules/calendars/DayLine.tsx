import { ActionIcon, TextInput } from '@mantine/core'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SpecialDay } from './calendar-form'
import styles from './DaysField.module.css'
import { dateText } from './hours-text'
import { HoursFields } from './HoursFields'

interface Props {
  day: SpecialDay
  /** Null takes it away. */
  onChange: (day: SpecialDay | null) => void
}

/** One special day: its name, and closed or its own hours. */
export function DayLine({ day, onChange }: Props) {
  const { t } = useTranslation()
  const date = dateText(day.date)
  return (
    <li className={styles.line}>
      <strong className={styles.date}>{date}</strong>
      <TextInput
        size="xs"
        className={styles.label}
        aria-label={t('rules:days.labelOf', { date })}
        maxLength={120}
        value={day.label}
        onChange={(event) => onChange({ ...day, label: event.currentTarget.value })}
      />
      <div className={styles.hours}>
        {day.hours.length === 0 && <span className="dim">{t('rules:days.closed')}</span>}
        <HoursFields name={date} hours={day.hours} onChange={(hours) => onChange({ ...day, hours })} />
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('rules:days.remove', { date, label: day.label })}
        onClick={() => onChange(null)}
      >
        <Trash2 size={16} aria-hidden />
      </ActionIcon>
    </li>
  )
}
