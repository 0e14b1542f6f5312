import { Button, TextInput } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateBox } from '~/components/DateBox'
import { isDate } from '~/lib/written-date'
import { useField } from '~/components/admin/form-meta'
import { NativeChoice } from '~/components/acts/NativeChoice'
import type { SpecialDay } from './calendar-form'
import { DayLine } from './DayLine'
import { dateText, hoursText } from './hours-text'
import styles from './DaysField.module.css'

interface Props {
  name: string
  label: string
  help: string
}

const today = () => new Date().toISOString().slice(0, 10)

/** Days whose hours are not those of their weekday, a year at a time. */
export function DaysField({ name, label, help }: Props) {
  const { t } = useTranslation()
  const show = (value: unknown) =>
    (value as SpecialDay[])
      .map((day) => `${dateText(day.date)} ${day.label} (${hoursText(day.hours) || t('rules:week.closed')})`)
      .join(' · ') || t('none')
  const field = useField<SpecialDay[]>(name, label, show)
  const [year, setYear] = useState(today().slice(0, 4))
  const [date, setDate] = useState('')
  const [text, setText] = useState('')
  const days = field.value
  const years = [...new Set([...days.map((day) => day.date.slice(0, 4)), today().slice(0, 4)])].sort()
  const shown = days.filter((day) => day.date.startsWith(year)).sort((a, b) => a.date.localeCompare(b.date))
  const twice = days.some((day) => day.date === date)

  const add = () => {
    if (!isDate(date) || !text.trim() || twice) return
    field.set([...days, { date, label: text.trim(), hours: [] }])
    setYear(date.slice(0, 4))
    setDate('')
    setText('')
  }
  const replace = (from: SpecialDay, to: SpecialDay | null) =>
    field.set(days.flatMap((day) => (day !== from ? [day] : to ? [to] : [])))

  return (
    <fieldset className={styles.days}>
      <legend>{label}</legend>
      <p className="meta">{help}</p>
      <div className={styles.add}>
        <DateBox
          label={t('rules:days.date')}
          value={date}
          error={twice ? t('rules:days.twice') : undefined}
          onChange={setDate}
        />
        <TextInput
          className="grow"
          label={t('rules:days.label')}
          maxLength={120}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        />
        <Button
          variant="default"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={add}
          disabled={!isDate(date) || !text.trim() || twice}
        >
          {t('rules:days.add')}
        </Button>
      </div>
      {years.length > 1 && (
        <div className="row">
          <NativeChoice
            label={t('rules:days.year')}
            value={year}
            onChange={setYear}
            options={years.map((each) => [each, each] as const)}
          />
        </div>
      )}
      {shown.length === 0 ? (
        <p className="dim">{t('rules:days.none', { year })}</p>
      ) : (
        <ul className="plain">
          {shown.map((day) => (
            <DayLine key={day.date} day={day} onChange={(to) => replace(day, to)} />
          ))}
        </ul>
      )}
      {field.error && <p className={styles.error}>{field.error}</p>}
    </fieldset>
  )
}
