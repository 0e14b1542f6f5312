import '@mantine/core/styles/PasswordInput.css'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '~/components/ErrorPanel'
import { OutsidePage } from '~/components/OutsidePage'
import { sessionQuery, signIn } from '~/data/session'
import { runSetup, setupQuery } from '~/data/setup'

const empty = { code: '', userName: '', name: '', email: '', password: '' }

/** The first administrator of an installation, made by who can read the server's log. */
export function SetupPage() {
  const { t } = useTranslation()
  const router = useRouter()
  const queryClient = useQueryClient()
  const { needed } = useSuspenseQuery(setupQuery).data
  const [fields, setFields] = useState(empty)
  const make = useMutation({
    retry: false,
    mutationFn: async () => {
      const { code, userName, name, email, password } = fields
      await runSetup({
        code: code.trim(),
        userName: userName.trim(),
        name: name.trim(),
        email: email.trim() || null,
        password,
      })
      return signIn({ userName: userName.trim(), password })
    },
    onSuccess: async (session) => {
      queryClient.setQueryData(sessionQuery.queryKey, session)
      await queryClient.invalidateQueries({ queryKey: setupQuery.queryKey })
      router.history.push('/')
    },
  })
  const field = (name: keyof typeof empty) => ({
    name,
    required: name !== 'email',
    value: fields[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setFields((known) => ({ ...known, [name]: value }))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate()
  }
  if (!needed)
    return (
      <OutsidePage title={t('setup:title')}>
        <p>{t('setup:done')}</p>
        <Link to="/sign-in">{t('signIn.title')}</Link>
      </OutsidePage>
    )
  return (
    <OutsidePage title={t('setup:title')}>
      <p>{t('setup:text')}</p>
      <form onSubmit={submit} className="stack">
        <TextInput
          label={t('setup:code')}
          description={t('setup:codeHelp')}
          autoComplete="one-time-code"
          autoFocus
          {...field('code')}
        />
        <TextInput label={t('setup:name')} autoComplete="name" {...field('name')} />
        <TextInput label={t('signIn.name')} autoComplete="username" autoCapitalize="none" {...field('userName')} />
        <TextInput label={t('setup:email')} type="email" autoComplete="email" {...field('email')} />
        <PasswordInput
          label={t('signIn.password')}
          description={t('setup:passwordHelp')}
          autoComplete="new-password"
          minLength={12}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
          {...field('password')}
        />
        {make.error && <ErrorPanel error={make.error} />}
        <Button type="submit" fullWidth loading={make.isPending}>
          {t('setup:make')}
        </Button>
      </form>
    </OutsidePage>
  )
}
