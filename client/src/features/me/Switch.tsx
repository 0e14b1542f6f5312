import { useId } from 'react'
import styles from './Switch.module.css'

interface Props {
  label: string
  description?: string
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
}

/** On or off, by the browser's own box. */
export function Switch({ label, description, checked, disabled, onChange }: Props) {
  const id = useId()
  return (
    <div className={styles.switch}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={description ? `${id}-help` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {description && (
        <p id={`${id}-help`} className="dim">
          {description}
        </p>
      )}
    </div>
  )
}
