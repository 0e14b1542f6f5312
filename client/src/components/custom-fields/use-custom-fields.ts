import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { customFieldsQuery, type CustomField, type CustomValue, type CustomValues } from '~/data/custom-fields'
import { isDate } from '~/lib/written-date'
import { customFieldId } from './input-props'
import { refusedField, type RefusedField } from './refused-field'

const none: readonly CustomField[] = []

export const isGiven = (value: CustomValue | undefined): boolean =>
  value !== undefined && (typeof value === 'string' ? value.trim() !== '' : !Array.isArray(value) || value.length > 0)

/** What was written where a date is asked for and is none; its box says so. */
export const isUnclear = (value: CustomValue | undefined): boolean =>
  typeof value === 'string' && value !== '' && !isDate(value)

/** What was typed is no number: there is nothing of it that could be kept. */
export const isNoNumber = (value: CustomValue | undefined): boolean => typeof value === 'number' && Number.isNaN(value)

/** The custom fields of a new ticket as a form keeps them until it is sent. */
export function useCustomFields(wanted: (field: CustomField) => boolean = () => true) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const { data } = useQuery(customFieldsQuery)
  const [values, setValues] = useState<CustomValues>({})
  const [checked, setChecked] = useState(false)
  const [refused, setRefused] = useState<RefusedField>()
  const fields = data?.items.filter((field) => field.active && wanted(field)) ?? none
  const wrong = fields.filter((field) => isNoNumber(values[field.key]))
  const missing = fields.filter((field) => field.required && !isGiven(values[field.key]))
  const unclear = fields.filter((field) => field.type === 'date' && isUnclear(values[field.key]))

  return {
    fields,
    values,
    set: (key: string, value: CustomValue | undefined) => {
      setValues((before) => ({ ...before, [key]: value }))
      if (refused?.key === key) setRefused(undefined)
    },
    errorOf: (key: string) => {
      if (checked && wrong.some((field) => field.key === key)) return t('customField.notNumber')
      if (checked && missing.some((field) => field.key === key)) return t('required')
      return refused?.key === key ? t(refused.text) : undefined
    },
    /** Whether all that is required is there and can be kept; goes to the first that is not. */
    complete: () => {
      setChecked(true)
      const first = fields.find((field) => missing.includes(field) || wrong.includes(field) || unclear.includes(field))
      if (first) document.getElementById(customFieldId(first.key))?.focus()
      return first === undefined
    },
    /** For the body of the new ticket. */
    body: (): CustomValues | null => {
      const given = fields.map((field) => [field.key, values[field.key]] as const).filter(([, value]) => isGiven(value))
      return given.length > 0 ? Object.fromEntries(given) : null
    },
    /** The server refused; what it demands may be newer than what is shown here. */
    refuse: (error: Error) => {
      const about = refusedField(error)
      setRefused(about)
      if (about) void queryClient.invalidateQueries({ queryKey: customFieldsQuery.queryKey })
    },
    /** Whether the refusal stands beside its field. */
    tells: (error: unknown) => {
      const about = refusedField(error)
      return about !== undefined && fields.some((field) => field.key === about.key)
    },
  }
}

export type CustomFieldsForm = ReturnType<typeof useCustomFields>
