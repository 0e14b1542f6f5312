import type { CustomField, CustomValue } from '~/data/custom-fields'

export interface CustomFieldInputProps {
  field: CustomField
  value: CustomValue | undefined
  onChange: (value: CustomValue | undefined) => void
  error?: string
  size?: 'xs' | 'sm'
  onBlur?: () => void
  /** A date that was chosen from the calendar and not typed. */
  onDone?: (value: CustomValue | undefined) => void
}

/** Of the input itself, to be gone to. */
export const customFieldId = (key: string) => `custom-field-${key}`
