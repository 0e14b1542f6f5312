import { TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import checks from '~/components/checks.module.css'
import { useField } from '../form-meta'
import styles from './fields.module.css'

interface Props {
  name: string
  label: string
  help?: string
  options: readonly (readonly [value: string, label: string])[]
  /** Values that are on and stay so. */
  fixed?: readonly string[]
}

const enoughToSearch = 10

/** Several of a list, ticked; a long list is searched. */
export function CheckListField({ name, label, help, options, fixed = [] }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState('')
  const show = (value: unknown) =>
    (value as string[]).map((each) => options.find(([option]) => option === each)?.[1] ?? each).join(', ') || '—'
  const field = useField<string[]>(name, label, show)
  const chosen = field.value ?? []
  const shown = options.filter(([, name]) => name.toLowerCase().includes(text.trim().toLowerCase()))
  return (
    <fieldset className={styles.list} aria-describedby={help && `${id}-help`}>
      <legend>{label}</legend>
      {help && (
        <p id={`${id}-help`} className="meta">
          {help}
        </p>
      )}
      {options.length > enoughToSearch && (
        <TextInput
          type="search"
          size="xs"
          aria-label={t('admin:form.narrow', { label })}
          placeholder={t('admin:form.narrow', { label })}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )}
      <div className={checks.options}>
        {shown.map(([option, name]) => (
          <label key={option} className={checks.check}>
            <input
              type="checkbox"
              disabled={fixed.includes(option)}
              checked={fixed.includes(option) || chosen.includes(option)}
              onChange={(event) =>
                field.set(event.currentTarget.checked ? [...chosen, option] : chosen.filter((each) => each !== option))
              }
            />
            {name}
          </label>
        ))}
        {shown.length === 0 && <p className="meta">{t('admin:list.nothingFits')}</p>}
      </div>
      {field.error && <p className={checks.error}>{field.error}</p>}
    </fieldset>
  )
}
