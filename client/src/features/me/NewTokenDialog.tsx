import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '~/components/Choice'
import { Dialog } from '~/components/Dialog'
import { ErrorPanel } from '~/components/ErrorPanel'
import { createToken, type NewToken } from '~/data/me'
import { ScopeList } from './ScopeList'

const day = 86_400_000
const lives = [30, 90, 365, 730] as const

interface Props {
  onClose: () => void
  onMade: (token: NewToken) => void
}

/** A token has a name, an end, and no more rights than its work needs. */
export function NewTokenDialog({ onClose, onMade }: Props) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [days, setDays] = useState('90')
  const [reach, setReach] = useState<'some' | 'all'>('some')
  const [scopes, setScopes] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const make = useMutation({
    mutationFn: () =>
      createToken({
        name: name.trim(),
        expiresAt: new Date(Date.now() + Number(days) * day).toISOString(),
        ...(reach === 'some' ? { scopes: [...scopes] } : {}),
      }),
    onSuccess: onMade,
    retry: false,
  })
  const missing = { name: name.trim() === '', scopes: reach === 'some' && scopes.length === 0 }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!missing.name && !missing.scopes) make.mutate()
  }
  return (
    <Dialog title={t('me:tokens.new')} onClose={onClose} size="lg">
      <form onSubmit={submit} className="stack" noValidate>
        <TextInput
          label={t('me:tokens.name')}
          description={t('me:tokens.nameHelp')}
          required
          maxLength={100}
          data-autofocus
          value={name}
          error={tried && missing.name ? t('required') : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('me:tokens.life')}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
          data={lives.map((life) => ({ value: String(life), label: t('me:tokens.days', { count: life }) }))}
        />
        <Choice
          label={t('me:tokens.reach')}
          value={reach}
          onChange={setReach}
          options={[
            ['some', t('me:tokens.some')],
            ['all', t('me:tokens.all')],
          ]}
        />
        {reach === 'some' && (
          <ScopeList
            chosen={scopes}
            onChange={setScopes}
            error={tried && missing.scopes ? t('me:tokens.scopesMissing') : undefined}
          />
        )}
        {make.error && <ErrorPanel error={make.error} />}
        <div className="row-end">
          <Button variant="default" onClick={onClose}>
            {t('dismiss')}
          </Button>
          <Button type="submit" loading={make.isPending}>
            {t('me:tokens.make')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
