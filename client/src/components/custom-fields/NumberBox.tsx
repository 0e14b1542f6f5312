import { TextInput } from '@mantine/core'
import { useState } from 'react'

interface Props {
  id: string
  label: string
  required: boolean
  error?: string
  size: 'xs' | 'sm'
  value: number | undefined
  onChange: (value: number | undefined) => void
  onBlur?: () => void
}

const write = (value: number | undefined) => (value === undefined ? '' : String(value))
const read = (text: string) => (text.trim() === '' || !Number.isFinite(Number(text)) ? undefined : Number(text))

/** A number; half of one stays as it is typed. */
export function NumberBox({ value, onChange, ...rest }: Props) {
  const [text, setText] = useState(write(value))
  const shown = read(text) === value ? text : write(value)
  return (
    <TextInput
      {...rest}
      type="number"
      step="any"
      inputMode="decimal"
      value={shown}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onChange(read(event.currentTarget.value))
      }}
    />
  )
}
