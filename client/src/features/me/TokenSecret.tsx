import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '~/components/CopyButton'
import type { NewToken } from '~/data/me'
import styles from './TokenSecret.module.css'

/** The secret of a new token, this once. */
export function TokenSecret({ token, onClose }: { token: NewToken; onClose: () => void }) {
  const { t } = useTranslation()
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    box.current?.focus()
  }, [])
  return (
    <section ref={box} tabIndex={-1} className={styles.secret} aria-label={t('me:tokens.made', { name: token.name })}>
      <h2>{t('me:tokens.made', { name: token.name })}</h2>
      <p>{t('me:tokens.once')}</p>
      <div className="row">
        <code className={styles.code}>{token.token}</code>
        <CopyButton value={token.token} label={t('me:tokens.copy')} />
      </div>
      <div className="row">
        <Button variant="default" size="compact-sm" onClick={onClose}>
          {t('me:codes.kept')}
        </Button>
      </div>
    </section>
  )
}
