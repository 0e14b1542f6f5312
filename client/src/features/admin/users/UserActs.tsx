import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Schemas } from '~/api/types'
import { ConfirmDialog } from '~/components/admin/ConfirmDialog'
import { SecretDialog } from '~/components/admin/SecretDialog'
import { Menu, type MenuEntry } from '~/components/Menu'
import { toast } from '~/components/toast'
import { refresh } from '~/data/admin/resource'
import { useMay, useSession } from '~/data/session'
import { useFormat } from '~/i18n/format'
import { DeactivateDialog } from './DeactivateDialog'

type User = Schemas['UserResponse']
type Act = 'reset' | 'unlock' | 'twoFactor' | 'deactivate' | 'reactivate' | 'erase'

const path: Record<Exclude<Act, 'deactivate'>, [method: string, path: string]> = {
  reset: ['POST', 'reset-link'],
  unlock: ['POST', 'unlock'],
  twoFactor: ['DELETE', 'two-factor'],
  reactivate: ['POST', 'reactivate'],
  erase: ['POST', 'erase'],
}

/** What can be done about a person's account; each asks first and says what follows. */
export function UserActs({ user }: { user: User }) {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const self = useSession()?.user.id === user.id
  const queryClient = useQueryClient()
  const [act, setAct] = useState<Act | null>(null)
  const [link, setLink] = useState<Schemas['ResetLinkResponse'] | null>(null)

  const run = useMutation({
    mutationFn: (which: Exclude<Act, 'deactivate'>) => {
      const [method, last] = path[which]
      return request<unknown>(method, `/users/${user.id}/${last}`, { body: method === 'POST' ? {} : undefined })
    },
    onSuccess: async (answer, which) => {
      setAct(null)
      if (which === 'reset') return setLink(answer as Schemas['ResetLinkResponse'])
      await refresh(queryClient)
      toast(t(`admin:users.done.${which}`, { name: user.name }))
    },
  })
  const ask = (which: Act) => () => {
    run.reset()
    setAct(which)
  }
  const entry = (which: Act): MenuEntry => ({ id: which, label: t(`admin:users.act.${which}`), run: ask(which) })
  const copy: MenuEntry = {
    id: 'export',
    label: t('admin:users.export'),
    run: () => window.location.assign(`/api/v1/users/${user.id}/export`),
  }
  const entries = user.active
    ? [entry('reset'), entry('unlock'), entry('twoFactor'), copy, ...(self ? [] : [entry('deactivate')])]
    : [entry('reactivate'), copy, ...(may('users.erase') ? [entry('erase')] : [])]
  return (
    <>
      <Menu label={t('admin:list.act')} entries={entries} button={{ size: 'sm' }} />
      {act === 'deactivate' && <DeactivateDialog user={user} onClose={() => setAct(null)} />}
      {act && act !== 'deactivate' && (
        <ConfirmDialog
          title={t(`admin:users.ask.${act}`, { name: user.name })}
          confirm={t(`admin:users.act.${act}`)}
          danger={act === 'erase'}
          word={act === 'erase' ? user.userName : undefined}
          busy={run.isPending}
          error={run.error}
          onClose={() => setAct(null)}
          onConfirm={() => run.mutate(act)}
        >
          <p>{t(`admin:users.follows.${act}`)}</p>
        </ConfirmDialog>
      )}
      {link && (
        <SecretDialog
          title={t('admin:users.linkTitle', { name: user.name })}
          label={t('admin:users.link')}
          secret={link.link}
          onClose={() => setLink(null)}
        >
          <p>{t('admin:users.linkText', { until: format.dateTime(link.expiresAt) })}</p>
        </SecretDialog>
      )}
    </>
  )
}
