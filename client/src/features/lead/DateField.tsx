import { DateBox } from '~/components/DateBox'

interface Props {
  label: string
  value: string
  onChange: (date: string) => void
}

/** A date of a filter: while it is being typed nothing is asked for. */
export function DateField({ label, value, onChange }: Props) {
  return (
    <DateBox size="xs" label={label} value={value} min="2000-01-01" onDone={(date) => date !== '' && onChange(date)} />
  )
}
