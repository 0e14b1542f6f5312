import '@mantine/core/styles/PasswordInput.css'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '~/api/errors'
import type { Session } from '~/api/types'
import { ErrorPanel } from '~/components/ErrorPanel'
import { signIn } from '~/data/session'

interface Props {
  onSignedIn: (session: Session) => void
  /** Only this person, whose page it is. */
  same?: string
}

/** Name and password; asks for the authenticator's code only when the account wants one. */
export function SignInForm({ onSignedIn, same }: Props) {
  const { t } = useTranslation()
  const [name, setName] = useState(same ?? '')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const codeField = useRef<HTMLInputElement>(null)
  const attempt = useMutation({ mutationFn: signIn, onSuccess: onSignedIn, retry: false })
  const wantsCode = isProblem(attempt.error, 'session.code_required') || code !== ''

  // The server does not say which of the three was wrong; the code is the one that runs out.
  const codeRefused = code !== '' && isProblem(attempt.error, 'session.refused')

  useEffect(() => {
    if (wantsCode) codeField.current?.focus()
  }, [wantsCode])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name && password) attempt.mutate({ userName: name, password, code })
  }

  return (
    <form onSubmit={submit} className="stack">
      <TextInput
        label={t('signIn.name')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        required
        autoFocus={!same}
        readOnly={Boolean(same)}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('signIn.password')}
        name="password"
        autoComplete="current-password"
        required
        autoFocus={Boolean(same)}
        // A dialog looks for this when it opens: what took the focus before that has lost it.
        data-autofocus={same ? true : undefined}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
      />
      {wantsCode && (
        <TextInput
          ref={codeField}
          label={t('signIn.code')}
          description={t('signIn.codeHelp')}
          name="code"
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      )}
      {attempt.error && !isProblem(attempt.error, 'session.code_required') && (
        <ErrorPanel error={attempt.error} text={codeRefused ? t('signIn.codeRefused') : undefined} />
      )}
      <Button type="submit" fullWidth loading={attempt.isPending}>
        {t('signIn.submit')}
      </Button>
    </form>
  )
}
