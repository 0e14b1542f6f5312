import '@mantine/core/styles/PasswordInput.css'
import { Button, PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '~/api/errors'
import { Dialog } from '~/components/Dialog'
import { useErrorText } from '~/components/error-text'
import { ErrorPanel } from '~/components/ErrorPanel'

interface Props {
  title: string
  text: string
  danger?: boolean
  onClose: () => void
  onPassword: (password: string) => Promise<void>
}

/** What protects the account is changed by who knows its password, not by who found the screen open. */
export function PasswordDialog({ title, text, danger, onClose, onPassword }: Props) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const [password, setPassword] = useState('')
  const act = useMutation({ mutationFn: () => onPassword(password), onSuccess: onClose, retry: false })
  const wrong = isProblem(act.error, 'account.password_wrong')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password) act.mutate()
  }
  return (
    <Dialog title={title} onClose={onClose} size="sm">
      <form onSubmit={submit} className="stack">
        <p>{text}</p>
        <PasswordInput
          label={t('me:security.current')}
          autoComplete="current-password"
          required
          data-autofocus
          value={password}
          error={wrong ? errorText(act.error) : undefined}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
        />
        {act.error && !wrong && <ErrorPanel error={act.error} />}
        <div className="row-end">
          <Button variant="default" onClick={onClose}>
            {t('dismiss')}
          </Button>
          <Button type="submit" color={danger ? 'danger' : undefined} loading={act.isPending}>
            {title}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
