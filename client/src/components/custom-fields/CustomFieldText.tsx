import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CustomField, CustomValue } from '~/data/custom-fields'
import { userQuery } from '~/data/people'
import { useFormat } from '~/i18n/format'
import { isGiven } from './use-custom-fields'

/** What a custom field says, in the reader's words. */
export function CustomFieldText({ field, value }: { field: CustomField; value: CustomValue | undefined }) {
  const { t } = useTranslation()
  const format = useFormat()
  const id = field.type === 'user' && typeof value === 'string' ? value : ''
  const person = useQuery({ ...userQuery(id), enabled: id !== '' }).data
  const optionName = (key: string) => field.options.find((option) => option.key === key)?.name ?? key
  if (value === undefined || !isGiven(value)) return '—'
  if (typeof value === 'boolean') return t(value ? 'customField.yes' : 'customField.no')
  if (typeof value === 'number') return format.number(value)
  if (typeof value !== 'string') return format.list(value.map(optionName))
  if (field.type === 'choice') return optionName(value)
  if (field.type === 'date') return format.calendarDate(value)
  return field.type === 'user' ? (person?.name ?? '') : value
}
