import { useTranslation } from 'react-i18next'
import styles from './fields.module.css'
import { TextField } from './TextField'

interface Props {
  /** A field whose value is { en, fr }. */
  name: string
  label: string
  required?: boolean
  maxLength?: number
  lines?: number
  help?: string
  autoFocus?: boolean
}

/** A text in both languages; whoever reads the language that was left empty sees the other one. */
export function TextsField({ name, label, required, autoFocus, ...rest }: Props) {
  const { t } = useTranslation()
  const of = (language: 'en' | 'fr') => t('admin:form.inLanguage', { label, language: t(`languages.${language}`) })
  return (
    <div className={styles.pair}>
      <TextField {...rest} name={`${name}.en`} label={of('en')} lang="en" required={required} autoFocus={autoFocus} />
      <TextField {...rest} name={`${name}.fr`} label={of('fr')} lang="fr" />
    </div>
  )
}
