import { NativeSelect } from '@mantine/core'
import { useField } from '../form-meta'

interface Props {
  name: string
  label: string
  help?: string
  required?: boolean
  options: readonly (readonly [value: string, label: string])[]
  /** Offers "none" first under this name; its value is ''. */
  none?: string
  autoFocus?: boolean
}

export function SelectField({ name, label, help, required, options, none, autoFocus }: Props) {
  const nameOf = (value: unknown) => options.find(([option]) => option === value)?.[1] ?? none ?? '—'
  const { ref, ...field } = useField<string>(name, label, nameOf)
  // A value that is offered no more stays what it is until another one is chosen.
  const stale = field.value && !options.some(([option]) => option === field.value)
  return (
    <NativeSelect
      ref={ref}
      label={label}
      description={help}
      required={required}
      error={field.error}
      value={field.value ?? ''}
      data-autofocus={autoFocus || undefined}
      onBlur={field.blur}
      onChange={(event) => field.set(event.currentTarget.value)}
      data={[
        ...(none === undefined ? [] : [{ value: '', label: none }]),
        ...(stale ? [{ value: field.value, label: '—' }] : []),
        ...options.map(([option, text]) => ({ value: option, label: text })),
      ]}
    />
  )
}
