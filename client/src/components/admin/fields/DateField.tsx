import { DateBox } from '~/components/DateBox'
import { useField } from '../form-meta'

interface Props {
  name: string
  label: string
  help?: string
  required?: boolean
}

/** A calendar date. */
export function DateField({ name, label, help, required }: Props) {
  const { ref, ...field } = useField<string>(name, label)
  return (
    <DateBox
      inputRef={ref}
      label={label}
      description={help}
      required={required}
      error={field.error}
      value={field.value ?? ''}
      onChange={field.set}
      onBlur={field.blur}
    />
  )
}
