import { Button } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/EmptyState'
import { PageHeader } from '~/components/PageHeader'
import { TimeAgo } from '~/components/TimeAgo'
import { toast, toastError } from '~/components/toast'
import { revokeToken, tokensQuery, type NewToken, type OwnToken } from '~/data/me'
import { useFormat } from '~/i18n/format'
import styles from './List.module.css'
import { NewTokenDialog } from './NewTokenDialog'
import { TokenSecret } from './TokenSecret'

/** Tokens with which programs act for me. */
export function TokensPage() {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const { items } = useSuspenseQuery(tokensQuery).data
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<NewToken | null>(null)
  const again = () => queryClient.invalidateQueries({ queryKey: tokensQuery.queryKey })
  const revoke = useMutation({
    mutationFn: (token: OwnToken) => revokeToken(token.id),
    onSuccess: async (_nothing, token) => {
      await again()
      toast(t('me:tokens.revoked', { name: token.name }))
    },
    onError: toastError,
  })
  return (
    <>
      <PageHeader title={t('me:tokens.title')}>
        <Button onClick={() => setMaking(true)}>{t('me:tokens.new')}</Button>
      </PageHeader>
      <p className="dim">{t('me:tokens.what')}</p>
      {made && <TokenSecret token={made} onClose={() => setMade(null)} />}
      <section className="card" aria-label={t('me:tokens.title')}>
        {items.length === 0 && <EmptyState title={t('me:tokens.none')} text={t('me:tokens.noneText')} />}
        <ul className={`plain ${styles.list}`}>
          {items.map((token) => (
            <TokenLine key={token.id} token={token} busy={revoke.isPending} onRevoke={() => revoke.mutate(token)} />
          ))}
        </ul>
      </section>
      {making && (
        <NewTokenDialog
          onClose={() => setMaking(false)}
          onMade={(token) => {
            setMaking(false)
            setMade(token)
            void again()
          }}
        />
      )}
    </>
  )
}

function TokenLine({ token, busy, onRevoke }: { token: OwnToken; busy: boolean; onRevoke: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <li>
      <div className="grow stack-s">
        <strong>{token.name}</strong>
        <span className="dim">
          {token.scopes.length === 0
            ? t('me:tokens.all')
            : token.scopes.map((scope) => t(`me:permission.${scope.replace('.', '_')}`)).join(' · ')}
        </span>
        <span className="meta">
          {token.expiresAt && <>{t('me:tokens.until', { at: format.date(token.expiresAt) })} · </>}
          {token.lastUsedAt ? (
            <>
              {t('me:tokens.used')} <TimeAgo at={token.lastUsedAt} />
            </>
          ) : (
            t('me:tokens.neverUsed')
          )}
        </span>
      </div>
      <Button
        variant="default"
        size="compact-sm"
        disabled={busy}
        aria-label={t('me:tokens.revokeOne', { name: token.name })}
        onClick={onRevoke}
      >
        {t('me:tokens.revoke')}
      </Button>
    </li>
  )
}
