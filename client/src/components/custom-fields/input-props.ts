import type { CustomField, CustomValue } from '~/data/custom-fields'

export interface CustomFieldInputProps {
  field: CustomField
  value: CustomValue | undefined
  onChange: (value: CustomValue | undefined) => void
  error?: string
  size?: 'xs' | 'sm'
  onBlur?: () => void
}

/** Of the input itself, to be gone to. */
export const customFieldId = (key: string) => `custom-field-${key}`
