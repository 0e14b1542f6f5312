import { ApiError } from '~/api/errors'

export interface RefusedField {
  key: string
  /** What is to be said beside the field. */
  text: 'required' | 'customField.invalid' | 'customField.unknown'
}

const texts: Partial<Record<string, RefusedField['text']>> = {
  'custom_field.required': 'required',
  'custom_field.invalid': 'customField.invalid',
  'custom_field.unknown': 'customField.unknown',
}

/** The custom field a refusal is about, by the path it names: "customFields.floor". */
export function refusedField(error: unknown): RefusedField | undefined {
  if (!(error instanceof ApiError)) return undefined
  const text = texts[error.code]
  const path = Object.keys(error.errors)[0] ?? error.message
  const key = /^customFields\.([A-Za-z0-9]+)/.exec(path)?.[1]
  return text && key ? { key, text } : undefined
}
