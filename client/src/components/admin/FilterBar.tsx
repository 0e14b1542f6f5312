import { NativeSelect, TextInput } from '@mantine/core'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import styles from './FilterBar.module.css'

export interface FilterChoice {
  name: string
  label: string
  /** The first is "no filter" and has the value ''. */
  options: readonly (readonly [value: string, label: string])[]
}

interface Props {
  /** The filters as they stand in the address. */
  value: Record<string, unknown>
  onChange: (change: Record<string, string | undefined>) => void
  /** Label of the box that searches by q; none: there is no such box. */
  search?: string
  choices?: readonly FilterChoice[]
  children?: React.ReactNode
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : '')

/** What a list is narrowed by. Typing waits a moment before it asks. */
export function FilterBar({ value, onChange, search, choices = [], children }: Props) {
  const asked = textOf(value.q)
  const [text, setText] = useState(asked)
  const [seen, setSeen] = useState(asked)
  if (seen !== asked) {
    setSeen(asked)
    if (text.trim() !== asked) setText(asked)
  }
  useEffect(() => {
    if (text.trim() === asked) return
    const timer = setTimeout(() => onChange({ q: text.trim() || undefined }), 250)
    return () => clearTimeout(timer)
  }, [text, asked, onChange])
  return (
    <search className={styles.bar}>
      {search && (
        <TextInput
          className={styles.search}
          type="search"
          aria-label={search}
          placeholder={search}
          leftSection={<Search size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {choices.map(({ name, label, options }) => (
        <NativeSelect
          key={name}
          className={styles.choice}
          aria-label={label}
          value={textOf(value[name])}
          onChange={(event) => onChange({ [name]: event.currentTarget.value || undefined })}
          data={options.map(([option, text]) => ({ value: option, label: text }))}
        />
      ))}
      {children}
    </search>
  )
}
