import { Button } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '~/components/CopyButton'
import { Dialog } from '~/components/Dialog'
import styles from './SecretDialog.module.css'

interface Props {
  title: string
  label: string
  secret: string
  children: ReactNode
  onClose: () => void
}

/** Something that is shown this once: only its own button closes it. */
export function SecretDialog({ title, label, secret, children, onClose }: Props) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <Dialog title={title} insistent onClose={onClose}>
      <div className="stack">
        {children}
        <div className="stack-s">
          <span id={id}>{label}</span>
          <div className={styles.secret}>
            <input readOnly aria-labelledby={id} value={secret} onFocus={(event) => event.currentTarget.select()} />
            <CopyButton value={secret} label={t('admin:secret.copy')} />
          </div>
        </div>
        <p className="meta">{t('admin:secret.once')}</p>
        <div className="row-end">
          <Button onClick={onClose} data-autofocus>
            {t('admin:secret.kept')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
