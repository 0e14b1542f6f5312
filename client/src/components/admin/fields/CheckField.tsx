import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import checks from '~/components/checks.module.css'
import { useField } from '../form-meta'

interface Props {
  name: string
  label: string
  help?: string
}

export function CheckField({ name, label, help }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const { ref, ...field } = useField<boolean>(name, label, (value) => t(value ? 'admin:yes' : 'admin:no'))
  return (
    <div>
      <label className={checks.check}>
        <input
          ref={ref}
          type="checkbox"
          checked={field.value ?? false}
          aria-describedby={help && `${id}-help`}
          onBlur={field.blur}
          onChange={(event) => field.set(event.currentTarget.checked)}
        />
        {label}
      </label>
      {help && (
        <p id={`${id}-help`} className="meta">
          {help}
        </p>
      )}
      {field.error && <p className={checks.error}>{field.error}</p>}
    </div>
  )
}
