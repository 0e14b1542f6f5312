import { useId } from 'react'
import styles from './Choice.module.css'

interface Props<T extends string> {
  label: string
  value: T
  onChange: (value: T) => void
  options: readonly (readonly [value: T, label: string])[]
}

/** One of a few, all in view. */
export function Choice<T extends string>({ label, value, onChange, options }: Props<T>) {
  const name = useId()
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      <div className={styles.options}>
        {options.map(([option, text]) => (
          <label key={option}>
            <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
