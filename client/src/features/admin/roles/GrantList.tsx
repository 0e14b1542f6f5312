import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Schemas } from '~/api/types'
import { ConfirmDialog } from '~/components/admin/ConfirmDialog'
import { toast } from '~/components/toast'
import { refresh } from '~/data/admin/resource'
import { useMay } from '~/data/session'
import { GrantDialog } from './GrantDialog'
import styles from './roles.module.css'

type Grant = Schemas['GrantResponse']

/** The roles somebody holds and how far each reaches. */
export function GrantList({ userId, grants }: { userId: string; grants: readonly Grant[] }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const manages = useMay()('users.manage')
  const id = useId()
  const [giving, setGiving] = useState(false)
  const [taking, setTaking] = useState<Grant | null>(null)
  const take = useMutation({
    mutationFn: (grant: Grant) => request('DELETE', `/users/${userId}/grants/${grant.id}`),
    onSuccess: async (_, grant) => {
      setTaking(null)
      await refresh(queryClient)
      toast(t('admin:grants.taken', { role: grant.role.name }))
    },
  })
  const reach = (grant: Grant) => {
    if (grant.team) return t('admin:grants.team', { name: grant.team.name })
    if (grant.site) return t('admin:grants.site', { name: grant.site.name })
    return t('admin:grants.everywhere')
  }
  return (
    <section className="card stack" aria-labelledby={id}>
      <div className="between">
        <h2 id={id}>{t('admin:grants.title')}</h2>
        {manages && (
          <Button variant="default" size="compact-sm" onClick={() => setGiving(true)}>
            {t('admin:grants.give')}
          </Button>
        )}
      </div>
      {grants.length === 0 && <p className="dim">{t('admin:grants.none')}</p>}
      <ul className={`plain ${styles.grants}`}>
        {grants.map((grant) => (
          <li key={grant.id}>
            <div>
              <strong>{grant.role.name}</strong>
              <div className="meta">{reach(grant)}</div>
            </div>
            {manages && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-label={t('admin:list.remove', { name: `${grant.role.name}, ${reach(grant)}` })}
                onClick={() => {
                  take.reset()
                  setTaking(grant)
                }}
              >
                {t('admin:remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {giving && <GrantDialog userId={userId} onClose={() => setGiving(false)} />}
      {taking && (
        <ConfirmDialog
          title={t('admin:grants.takeTitle', { role: taking.role.name })}
          confirm={t('admin:remove')}
          busy={take.isPending}
          error={take.error}
          onClose={() => setTaking(null)}
          onConfirm={() => take.mutate(taking)}
        >
          <p>{t('admin:grants.takeText')}</p>
        </ConfirmDialog>
      )}
    </section>
  )
}
