import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { CopyButton } from '~/components/CopyButton'
import { useErrorText } from '~/components/error-text'
import { confirmTwoFactor } from '~/data/me'
import styles from './TwoFactorSetup.module.css'

const QrCode = lazy(() => import('./QrCode'))

interface Props {
  secret: Schemas['TwoFactorSecret']
  onConfirmed: (recoveryCodes: readonly string[]) => void
  onCancel: () => void
}

/** Into the authenticator by picture or by hand; its first code proves that it works. */
export function TwoFactorSetup({ secret, onConfirmed, onCancel }: Props) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () => confirmTwoFactor(code.replaceAll(/\s/g, '')),
    retry: false,
    onSuccess: ({ codes }) => onConfirmed(codes),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim()) confirm.mutate()
  }
  return (
    <form onSubmit={submit} className={styles.setup}>
      <div className={styles.picture}>
        <Suspense>
          <QrCode text={secret.uri} label={t('me:factor.picture')} />
        </Suspense>
      </div>
      <div className="stack grow">
        <p>{t('me:factor.scan')}</p>
        <div className="stack-s">
          <span className="dim">{t('me:factor.byHand')}</span>
          <span className="row">
            <code className={styles.secret}>{secret.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
            <CopyButton value={secret.secret} label={t('me:factor.copySecret')} />
          </span>
        </div>
        <TextInput
          label={t('me:factor.code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          autoFocus
          required
          value={code}
          error={confirm.error ? errorText(confirm.error) : undefined}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <div className="row">
          <Button type="submit" loading={confirm.isPending}>
            {t('me:factor.confirm')}
          </Button>
          <Button variant="subtle" onClick={onCancel}>
            {t('dismiss')}
          </Button>
        </div>
      </div>
    </form>
  )
}
