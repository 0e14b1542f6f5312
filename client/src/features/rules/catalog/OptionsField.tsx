import { ActionIcon, Button, TextInput } from '@mantine/core'
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useField } from '~/components/admin/form-meta'
import type { OptionForm } from './custom-field-form'
import styles from './OptionsField.module.css'

interface Props {
  name: string
  /** Keys that tickets may hold already: they stay as they are. */
  fixed: readonly string[]
}

/** The values a choice offers, in their order. */
export function OptionsField({ name, fixed }: Props) {
  const { t } = useTranslation()
  const label = t('rules:customField.options')
  const show = (value: unknown) =>
    (value as OptionForm[]).map((option) => option.name.en || option.name.fr || option.key).join(', ') || t('none')
  const field = useField<OptionForm[]>(name, label, show)
  const options = field.value
  const put = (at: number, change: Partial<OptionForm>) =>
    field.set(options.map((option, index) => (index === at ? { ...option, ...change } : option)))
  const swap = (at: number, to: number) => {
    const next = [...options]
    ;[next[at], next[to]] = [next[to]!, next[at]!]
    field.set(next)
  }
  return (
    <fieldset className={styles.options}>
      <legend>{label}</legend>
      <p className="meta">{t('rules:customField.optionsHelp')}</p>
      <ol className="plain stack-s">
        {options.map((option, at) => (
          <li key={at} className={styles.option}>
            <TextInput
              aria-label={t('rules:customField.optionKey', { number: at + 1 })}
              placeholder={t('rules:field.key')}
              maxLength={60}
              readOnly={fixed.includes(option.key)}
              value={option.key}
              onChange={(event) => put(at, { key: event.currentTarget.value })}
            />
            {(['en', 'fr'] as const).map((language) => (
              <TextInput
                key={language}
                lang={language}
                aria-label={t('rules:customField.optionName', { number: at + 1, language: t(`languages.${language}`) })}
                placeholder={t(`languages.${language}`)}
                maxLength={200}
                value={option.name[language]}
                onChange={(event) => put(at, { name: { ...option.name, [language]: event.currentTarget.value } })}
              />
            ))}
            <span className={styles.acts}>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={at === 0}
                aria-label={t('rules:customField.optionUp', { number: at + 1 })}
                onClick={() => swap(at, at - 1)}
              >
                <ArrowUp size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={at === options.length - 1}
                aria-label={t('rules:customField.optionDown', { number: at + 1 })}
                onClick={() => swap(at, at + 1)}
              >
                <ArrowDown size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('rules:customField.optionRemove', { number: at + 1 })}
                onClick={() => field.set(options.filter((_, index) => index !== at))}
              >
                <X size={16} aria-hidden />
              </ActionIcon>
            </span>
          </li>
        ))}
      </ol>
      {field.error && (
        <p className={styles.error} role="alert">
          {field.error}
        </p>
      )}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => field.set([...options, { key: '', name: { en: '', fr: '' } }])}
        >
          {t('rules:customField.optionAdd')}
        </Button>
      </div>
    </fieldset>
  )
}
