import { TextInput } from '@mantine/core'
import { useField } from '../form-meta'

interface Props {
  name: string
  label: string
  help?: string
  required?: boolean
  min?: number
  max?: number
  step?: number
}

/** A number, or null when the field is empty. */
export function NumberField({ name, label, help, ...rest }: Props) {
  const { ref, ...field } = useField<number | null>(name, label)
  return (
    <TextInput
      {...rest}
      ref={ref}
      type="number"
      inputMode="decimal"
      label={label}
      description={help}
      error={field.error}
      value={field.value ?? ''}
      onBlur={field.blur}
      onChange={(event) => {
        const { value } = event.currentTarget
        field.set(value === '' ? null : Number(value))
      }}
    />
  )
}
