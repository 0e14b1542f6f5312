import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useField } from '~/components/admin/form-meta'
import { currentLanguage } from '~/i18n'
import { parseServiceTime, serviceTime, workingDays } from './service-time'

interface Props {
  name: string
  label: string
  /** What stands for nothing in the field. */
  none: string
  /** Seconds the calendar opens on an ordinary day: what "1 d" is. */
  day: number
  calendar?: string
}

/** A time of service, typed as people write it; the field's value is seconds, null, or NaN where it cannot be read. */
export function ServiceTimeField({ name, label, none, day, calendar }: Props) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const show = (value: unknown) => (typeof value === 'number' ? serviceTime(value, language) : none)
  const { value: seconds, set, blur, ref, error } = useField<number | null>(name, label, show)
  const [typed, setTyped] = useState<string | null>(null)
  const known = seconds !== null && !Number.isNaN(seconds)
  const shown = typed ?? (known ? serviceTime(seconds, language) : '')
  const { days, rest } = workingDays(known ? seconds : 0, day)

  const hint = () => {
    if (seconds === null) return none
    if (!known) return t('rules:time.example')
    if (days === 0) return t('rules:time.ofService', { time: serviceTime(seconds, language) })
    const inDays = [t('rules:time.days', { count: days }), rest > 0 && serviceTime(rest, language)]
    const whole = [
      t('rules:time.ofService', { time: serviceTime(seconds, language) }),
      inDays.filter(Boolean).join(' '),
    ]
    return [whole.join(' = '), calendar].filter(Boolean).join(' · ')
  }
  return (
    <TextInput
      ref={ref}
      label={label}
      description={hint()}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder="—"
      error={seconds !== null && !known ? t(day > 0 ? 'rules:time.unclear' : 'rules:time.noDay') : error}
      value={shown}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        set(text.trim() === '' ? null : (parseServiceTime(text, day) ?? Number.NaN))
      }}
      onBlur={() => {
        blur()
        if (seconds === null || known) setTyped(null)
      }}
    />
  )
}
