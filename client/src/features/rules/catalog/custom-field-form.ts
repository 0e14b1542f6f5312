import type { Schemas } from '~/api/types'
import { bodyOfTexts, texts, textsOf, type Checks, type Texts } from '~/components/admin/checks'

export type CustomField = Schemas['CustomFieldResponse']
export type FieldKind = Schemas['CustomFieldType']

export const kinds = ['text', 'number', 'date', 'boolean', 'choice', 'multiChoice', 'user'] as const
export const chooses = (kind: string) => kind === 'choice' || kind === 'multiChoice'

export interface OptionForm {
  key: string
  name: Texts
}

export interface CustomFieldForm {
  name: Texts
  key: string
  type: FieldKind
  practice: '' | Schemas['Practice']
  required: boolean
  options: OptionForm[]
}

function optionsFit(options: readonly OptionForm[], { type }: CustomFieldForm): string | undefined {
  if (!chooses(type)) return undefined
  if (options.length === 0) return 'rules:customField.noOption'
  if (options.some(({ key, name }) => key === '' || texts()(name) !== undefined)) return 'rules:customField.optionEmpty'
  return new Set(options.map(({ key }) => key)).size < options.length ? 'rules:customField.optionTwice' : undefined
}

export const customFieldChecks: Checks<CustomFieldForm> = {
  name: texts(),
  key: (key) => (/^[a-z][A-Za-z0-9]{0,59}$/.test(key) ? undefined : 'rules:customField.keyWrong'),
  options: optionsFit,
}

export const valuesOfField = (field: CustomField): CustomFieldForm => ({
  name: textsOf(field.names),
  key: field.key,
  type: field.type,
  practice: field.practice ?? '',
  required: field.required,
  options: field.options.map(({ key, names }) => ({ key, name: textsOf(names) })),
})

const writeOptions = (options: readonly OptionForm[]) =>
  options.map(({ key, name }) => ({ key: key.trim(), name: bodyOfTexts(name) }))

/** What the API takes; key and kind only of a new field. */
export const bodyOfField =
  (fresh: boolean) =>
  ({ name, key, type, practice, required, options }: Partial<CustomFieldForm>) => ({
    ...(name && { name: bodyOfTexts(name) }),
    ...(fresh && { key, type }),
    ...(practice !== undefined && { practice: practice || null }),
    ...(required !== undefined && { required }),
    ...(options && (!fresh || chooses(type ?? '')) && { options: writeOptions(options) }),
  })
