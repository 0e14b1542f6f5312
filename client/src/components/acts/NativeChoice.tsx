import { NativeSelect } from '@mantine/core'

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  options: readonly (readonly [value: string, label: string])[]
  autoFocus?: boolean
  required?: boolean
}

/** One of a list, by the browser's own control: it knows typing ahead, phones and screen readers. */
export function NativeChoice({ label, value, onChange, options, autoFocus, required }: Props) {
  return (
    <NativeSelect
      label={label}
      value={value}
      required={required}
      data-autofocus={autoFocus || undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={options.map(([option, text]) => ({ value: option, label: text }))}
    />
  )
}
