import { Button } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { Dialog } from '~/components/Dialog'
import { ErrorPanel } from '~/components/ErrorPanel'
import { Difference } from './Difference'
import { valuesOfDefinition, type Policy } from './policy-form'
import styles from './PublishDialog.module.css'

type Reach = Schemas['PolicyReach']

interface Props {
  policy: Policy
  busy: boolean
  error: Error | null
  onClose: () => void
  onPublish: (reach: Reach) => void
}

/** Which tickets a draft is to apply to from now on. */
export function PublishDialog({ policy, busy, error, onClose, onPublish }: Props) {
  const { t } = useTranslation()
  const [reach, setReach] = useState<Reach>('new')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onPublish(reach)
  }
  return (
    <Dialog title={t('rules:publish.title', { name: policy.name })} onClose={onClose} size="lg">
      <form className="stack" onSubmit={submit}>
        <Difference before={valuesOfDefinition(policy)} after={valuesOfDefinition(policy.draft!)} />
        <fieldset className={styles.reach}>
          <legend>{t('rules:publish.reach')}</legend>
          {(['new', 'open'] as const).map((each) => (
            <label key={each} className={styles.choice}>
              <input
                type="radio"
                name="reach"
                checked={reach === each}
                data-autofocus={each === 'new' || undefined}
                onChange={() => setReach(each)}
              />
              <span>
                <strong>{t(`rules:reach.${each}`)}</strong>
                <span className="meta">{t(`rules:reach.${each}Help`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {error && <ErrorPanel error={error} />}
        <div className="row-end">
          <Button variant="default" onClick={onClose}>
            {t('dismiss')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('rules:publish.confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
