import type { Named } from '~/api/types'
import { PersonBox } from '~/components/PersonBox'
import { useField } from '../form-meta'

interface Props {
  name: string
  label: string
  help?: string
  required?: boolean
  except?: readonly string[]
}

/** A person; the field's value is { id, name } or null. */
export function PersonField({ name, label, ...rest }: Props) {
  const { ref, ...field } = useField<Named | null>(name, label)
  return (
    <PersonBox
      {...rest}
      label={label}
      error={field.error}
      value={field.value}
      onChange={field.set}
      onBlur={field.blur}
      inputRef={ref}
    />
  )
}
