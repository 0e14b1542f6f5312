import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useField } from '../form-meta'
import { amountOf, durationOf, unitFor, type DurationUnit } from './iso-duration'
import styles from './fields.module.css'

interface Props {
  name: string
  label: string
  help?: string
  required?: boolean
  /** The units to choose from; days are of 24 hours. */
  units?: readonly DurationUnit[]
}

/** A length of time; the field's value is an ISO 8601 duration in hours and minutes, or ''. */
export function DurationField({ name, label, help, required, units = ['minutes', 'hours'] }: Props) {
  const { t } = useTranslation()
  const show = (value: unknown) => {
    if (typeof value !== 'string' || value === '') return '—'
    const unit = unitFor(value, units)
    return [amountOf(value, unit), t(`admin:unit.${unit}`)].join(' ')
  }
  const { ref, ...field } = useField<string>(name, label, show)
  const [unit, setUnit] = useState<DurationUnit>(() => unitFor(field.value ?? '', units))
  const amount = amountOf(field.value ?? '', unit)
  return (
    <div className={styles.duration}>
      <TextInput
        ref={ref}
        type="number"
        min={0}
        step="any"
        label={label}
        description={help}
        required={required}
        error={field.error}
        value={amount ?? ''}
        onBlur={field.blur}
        onChange={(event) => {
          const { value } = event.currentTarget
          field.set(value === '' ? '' : durationOf(Number(value), unit))
        }}
      />
      <NativeSelect
        aria-label={t('admin:unit.of', { label })}
        value={unit}
        onChange={(event) => {
          const next = event.currentTarget.value as DurationUnit
          setUnit(next)
          if (amount !== null) field.set(durationOf(amount, next))
        }}
        data={units.map((each) => ({ value: each, label: t(`admin:unit.${each}`) }))}
      />
    </div>
  )
}
