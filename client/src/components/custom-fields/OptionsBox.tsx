import checks from '~/components/checks.module.css'
import { customFieldId, type CustomFieldInputProps } from './input-props'
import styles from './OptionsBox.module.css'

/** Any of the options, each ticked; those a ticket holds stay in view when they are offered no more. */
export function OptionsBox({ field, value, onChange, error, size }: CustomFieldInputProps) {
  const id = customFieldId(field.key)
  const chosen = Array.isArray(value) ? (value as readonly string[]) : []
  const gone = chosen.filter((key) => !field.options.some((option) => option.key === key))
  const options = [...field.options, ...gone.map((key) => ({ key, name: key }))]
  const set = (key: string, on: boolean) => {
    const next = options.map((option) => option.key).filter((each) => (each === key ? on : chosen.includes(each)))
    onChange(next.length > 0 ? next : undefined)
  }
  return (
    <fieldset className={styles.list} data-size={size} aria-describedby={error && `${id}-error`}>
      <legend>
        {field.name}
        {field.required && (
          <span aria-hidden className={styles.star}>
            {' '}
            *
          </span>
        )}
      </legend>
      <div className={checks.options}>
        {options.map((option, index) => (
          <label key={option.key} className={checks.check}>
            <input
              id={index === 0 ? id : undefined}
              type="checkbox"
              aria-invalid={error ? true : undefined}
              checked={chosen.includes(option.key)}
              onChange={(event) => set(option.key, event.currentTarget.checked)}
            />
            {option.name}
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className={checks.error}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
