import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { parseTime, timeText } from './week'
import styles from './WeekEditor.module.css'

interface Props {
  label: string
  value: number
  /** Whether this time can stand here. */
  allows: (minutes: number) => boolean
  onChange: (minutes: number) => void
}

/** A time of day, midnight at the end included: what the browser's own field cannot say. */
export function TimeField({ label, value, allows, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const read = typed === null ? value : parseTime(typed)
  const wrong = typed !== null && (read === null || !allows(read))

  const commit = () => {
    if (typed === null || wrong) return
    setTyped(null)
    if (read !== null && read !== value) onChange(read)
  }
  return (
    <TextInput
      className={styles.time}
      size="xs"
      aria-label={label}
      inputMode="numeric"
      autoComplete="off"
      value={typed ?? timeText(value)}
      error={wrong}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => (wrong ? setTyped(null) : commit())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault()
          commit()
        } else if (event.key === 'Escape' && typed !== null) {
          event.preventDefault()
          event.stopPropagation()
          setTyped(null)
        }
      }}
    />
  )
}
