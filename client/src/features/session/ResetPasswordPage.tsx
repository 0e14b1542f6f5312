import '@mantine/core/styles/PasswordInput.css'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '~/components/ErrorPanel'
import { OutsidePage } from '~/components/OutsidePage'
import { toast } from '~/components/toast'
import { resetPassword } from '~/data/setup'

/** A new password with the code of a link, which stands behind the # so that no server's log has it. */
export function ResetPasswordPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const given = useRouterState({ select: (state) => state.location.hash })
  const [typed, setTyped] = useState('')
  const [password, setPassword] = useState('')
  const code = given || typed.trim()
  const reset = useMutation({
    mutationFn: () => resetPassword(code, password),
    retry: false,
    onSuccess: async () => {
      await navigate({ to: '/sign-in', replace: true })
      toast(t('session:reset.done'))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code && password) reset.mutate()
  }
  return (
    <OutsidePage title={t('session:reset.title')}>
      <form onSubmit={submit} className="stack">
        {!given && (
          <TextInput
            label={t('session:reset.code')}
            description={t('session:reset.codeHelp')}
            autoComplete="one-time-code"
            required
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <PasswordInput
          label={t('session:reset.password')}
          description={t('session:reset.passwordHelp')}
          name="new-password"
          autoComplete="new-password"
          required
          minLength={12}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
        />
        {reset.error && <ErrorPanel error={reset.error} />}
        <Button type="submit" fullWidth loading={reset.isPending}>
          {t('session:reset.set')}
        </Button>
      </form>
      <Link to="/sign-in">{t('signIn.title')}</Link>
    </OutsidePage>
  )
}
