import { useTranslation } from 'react-i18next'
import { useSession } from '~/data/session'
import { useFormat } from '~/i18n/format'
import styles from './ScopeList.module.css'

interface Props {
  chosen: readonly string[]
  onChange: (scopes: readonly string[]) => void
  error?: string
}

/** The rights I hold, each for a token to have or not. */
export function ScopeList({ chosen, onChange, error }: Props) {
  const { t } = useTranslation()
  const { collator } = useFormat()
  const held = useSession()?.permissions ?? []
  const label = (permission: string) => t(`me:permission.${permission.replace('.', '_')}`)
  return (
    <fieldset className={styles.scopes} aria-describedby={error ? 'scopes-error' : undefined}>
      <legend>{t('me:tokens.scopes')}</legend>
      {error && (
        <p id="scopes-error" role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <div className={styles.list}>
        {[...held]
          .sort((a, b) => collator.compare(label(a), label(b)))
          .map((permission) => (
            <label key={permission} title={permission}>
              <input
                type="checkbox"
                checked={chosen.includes(permission)}
                onChange={(event) =>
                  onChange(
                    event.target.checked ? [...chosen, permission] : chosen.filter((other) => other !== permission),
                  )
                }
              />
              {label(permission)}
            </label>
          ))}
      </div>
    </fieldset>
  )
}
