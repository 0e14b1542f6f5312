import { TextInput, Textarea } from '@mantine/core'
import { useField } from '../form-meta'

interface Props {
  name: string
  label: string
  help?: string
  required?: boolean
  type?: 'text' | 'email' | 'tel'
  maxLength?: number
  /** More than one line; grows with what is typed. */
  lines?: number
  autoComplete?: string
  autoFocus?: boolean
  lang?: string
  list?: string
}

export function TextField({ name, label, help, lines, autoFocus, type = 'text', ...rest }: Props) {
  const { ref, ...field } = useField<string>(name, label)
  const shared = {
    ...rest,
    label,
    description: help,
    error: field.error,
    value: field.value ?? '',
    onBlur: field.blur,
    'data-autofocus': autoFocus || undefined,
  }
  return lines ? (
    <Textarea
      {...shared}
      ref={ref}
      autosize
      minRows={lines}
      maxRows={16}
      onChange={(event) => field.set(event.currentTarget.value)}
    />
  ) : (
    <TextInput
      autoComplete="off"
      {...shared}
      ref={ref}
      type={type}
      onChange={(event) => field.set(event.currentTarget.value)}
    />
  )
}
