import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Page, Schemas } from '~/api/types'
import { ConfirmDialog } from '~/components/admin/ConfirmDialog'
import { SecretDialog } from '~/components/admin/SecretDialog'
import { ErrorPanel } from '~/components/ErrorPanel'
import { SkeletonLines } from '~/components/SkeletonLines'
import { toast } from '~/components/toast'
import { recordQuery, refresh } from '~/data/admin/resource'
import { useFormat } from '~/i18n/format'
import { usePermissionWords } from '../roles/permission-words'
import roles from '../roles/roles.module.css'
import { TokenDialog } from './TokenDialog'

type Token = Schemas['TokenResponse']
type Created = Schemas['CreatedToken']

/** The tokens of a machine, without their secrets. */
export function TokenList({ account }: { account: Schemas['ServiceAccountResponse'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = usePermissionWords()
  const queryClient = useQueryClient()
  const path = `/service-accounts/${account.id}/tokens`
  const { data, error } = useQuery(recordQuery<Page<Token>>(path))
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<Created | null>(null)
  const [ending, setEnding] = useState<Token | null>(null)
  const end = useMutation({
    mutationFn: (token: Token) => request('DELETE', `${path}/${token.id}`),
    onSuccess: async (_, token) => {
      setEnding(null)
      await refresh(queryClient)
      toast(t('admin:tokens.revoked', { name: token.name }))
    },
  })
  return (
    <section className="card stack" aria-labelledby="tokens">
      <div className="between">
        <h2 id="tokens">{t('admin:tokens.title')}</h2>
        {account.active && (
          <Button variant="default" size="compact-sm" onClick={() => setMaking(true)}>
            {t('admin:tokens.new')}
          </Button>
        )}
      </div>
      {error && <ErrorPanel error={error} />}
      {!data && !error && <SkeletonLines count={2} />}
      {data?.items.length === 0 && <p className="dim">{t('admin:tokens.none')}</p>}
      <ul className={`plain ${roles.grants}`}>
        {data?.items.map((token) => (
          <li key={token.id}>
            <div>
              <strong>{token.name}</strong>
              <div className="meta">
                {token.scopes.length > 0 ? token.scopes.map(words).join(', ') : t('admin:tokens.everything')}
              </div>
              <div className="meta">
                {token.expiresAt && t('admin:tokens.until', { at: format.date(token.expiresAt) })}
                {' · '}
                {token.lastUsedAt
                  ? t('admin:tokens.used', { at: format.dateTime(token.lastUsedAt) })
                  : t('admin:tokens.unused')}
              </div>
            </div>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              aria-label={t('admin:tokens.revokeName', { name: token.name })}
              onClick={() => {
                end.reset()
                setEnding(token)
              }}
            >
              {t('admin:tokens.revoke')}
            </Button>
          </li>
        ))}
      </ul>
      {making && (
        <TokenDialog
          account={account}
          onClose={() => setMaking(false)}
          onMade={(token) => {
            setMaking(false)
            setMade(token)
          }}
        />
      )}
      {made && (
        <SecretDialog
          title={t('admin:tokens.made', { name: made.name })}
          label={t('admin:tokens.token')}
          secret={made.token}
          onClose={() => setMade(null)}
        >
          <p>{t('admin:tokens.howTo')}</p>
        </SecretDialog>
      )}
      {ending && (
        <ConfirmDialog
          title={t('admin:tokens.revokeTitle', { name: ending.name })}
          confirm={t('admin:tokens.revoke')}
          danger
          busy={end.isPending}
          error={end.error}
          onClose={() => setEnding(null)}
          onConfirm={() => end.mutate(ending)}
        >
          <p>{t('admin:tokens.revokeText')}</p>
        </ConfirmDialog>
      )}
    </section>
  )
}
