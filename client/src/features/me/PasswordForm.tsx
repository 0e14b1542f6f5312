import '@mantine/core/styles/PasswordInput.css'
import { Button, PasswordInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '~/api/errors'
import { useErrorText } from '~/components/error-text'
import { ErrorPanel } from '~/components/ErrorPanel'
import { toast } from '~/components/toast'
import { changePassword, sessionsQuery } from '~/data/me'
import { useSession } from '~/data/session'

export function PasswordForm() {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const session = useSession()
  const queryClient = useQueryClient()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation({
    mutationFn: () => changePassword(current, next),
    retry: false,
    onSuccess: () => {
      setCurrent('')
      setNext('')
      void queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey })
      toast(t('me:security.passwordChanged'))
    },
  })
  const wrong = isProblem(change.error, 'account.password_wrong')
  const refused = isProblem(change.error, 'account.password_refused')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (current && next) change.mutate()
  }
  const toggle = { 'aria-label': t('signIn.show') }
  return (
    <form onSubmit={submit} className="card stack" aria-labelledby="password">
      <h2 id="password">{t('signIn.password')}</h2>
      <input type="text" autoComplete="username" value={session?.user.userName ?? ''} readOnly hidden />
      <PasswordInput
        label={t('me:security.current')}
        autoComplete="current-password"
        required
        value={current}
        error={wrong ? errorText(change.error) : undefined}
        onChange={(event) => setCurrent(event.currentTarget.value)}
        visibilityToggleButtonProps={toggle}
      />
      <PasswordInput
        label={t('me:security.next')}
        description={t('me:security.nextHelp')}
        autoComplete="new-password"
        required
        minLength={12}
        value={next}
        error={refused ? errorText(change.error) : undefined}
        onChange={(event) => setNext(event.currentTarget.value)}
        visibilityToggleButtonProps={toggle}
      />
      {change.error && !wrong && !refused && <ErrorPanel error={change.error} />}
      <p className="dim">{t('me:security.endsOthers')}</p>
      <div className="row">
        <Button type="submit" loading={change.isPending}>
          {t('me:security.change')}
        </Button>
      </div>
    </form>
  )
}
