import { TextInput } from '@mantine/core'
import { useState } from 'react'

interface Props {
  label: string
  value: string
  max?: string
  onChange: (date: string) => void
}

/** A date; while it is being typed and is no whole date yet, nothing is asked for. */
export function DateField({ label, value, max, onChange }: Props) {
  const [typed, setTyped] = useState({ from: value, text: value })
  if (typed.from !== value) setTyped({ from: value, text: value })
  return (
    <TextInput
      type="date"
      size="xs"
      label={label}
      value={typed.text}
      min="2000-01-01"
      max={max}
      onChange={({ currentTarget }) => {
        setTyped({ from: value, text: currentTarget.value })
        if (currentTarget.value && currentTarget.validity.valid) onChange(currentTarget.value)
      }}
      onBlur={() => setTyped({ from: value, text: value })}
    />
  )
}
