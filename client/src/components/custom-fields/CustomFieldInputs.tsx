import { CustomFieldInput } from './CustomFieldInput'
import type { CustomFieldsForm } from './use-custom-fields'

/** Every custom field of a form, each with its own kind of input. */
export function CustomFieldInputs({ form }: { form: CustomFieldsForm }) {
  return form.fields.map((field) => (
    <CustomFieldInput
      key={field.key}
      field={field}
      value={form.values[field.key]}
      error={form.errorOf(field.key)}
      onChange={(value) => form.set(field.key, value)}
    />
  ))
}
