import i18next from 'i18next'
import { createContext, useContext, useEffect } from 'react'
import { useController, useFormContext, type FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '~/i18n'

/** What a field is called and how its value reads, for the table of two versions. */
export interface FieldMeta {
  label: string
  show: (value: unknown) => string
}

export const FormMeta = createContext(new Map<string, FieldMeta>())

/** How a value reads: what it is named, what it is, or a dash. */
export function showValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  if (Array.isArray(value)) return value.map(showValue).join(', ') || '—'
  if (typeof value === 'object') {
    const named = value as { name?: unknown }
    if (typeof named.name === 'string') return named.name
    return Object.values(value).map(showValue).join(' / ')
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}

/**
 * One field of the form around it. Messages of a schema are keys of texts; what the server says of a field is English and stands
 * so for English readers, others are told that the value is not taken.
 */
export function useField<T>(name: string, label: string, show: (value: unknown) => string = showValue) {
  const { t } = useTranslation()
  const { control } = useFormContext<FieldValues>()
  const { field, fieldState } = useController({ name, control })
  const meta = useContext(FormMeta)
  useEffect(() => {
    meta.set(name, { label, show })
  })
  const { error } = fieldState
  const message = error?.message ?? error?.root?.message
  const text = () => {
    if (message && i18next.exists(message)) return t(message)
    if (message && error?.type === 'server' && currentLanguage() === 'en') return message
    return t('admin:form.refused')
  }
  return {
    value: field.value as T,
    set: field.onChange as (value: T) => void,
    blur: field.onBlur,
    ref: field.ref,
    error: error ? text() : undefined,
  }
}
