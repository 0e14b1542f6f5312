import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Schemas } from '~/api/types'
import { ConfirmDialog } from '~/components/admin/ConfirmDialog'
import { ErrorPanel } from '~/components/ErrorPanel'
import { PageHeader } from '~/components/PageHeader'
import { SkeletonLines } from '~/components/SkeletonLines'
import { toast } from '~/components/toast'
import { permissionsQuery } from '~/data/admin/permissions'
import { choicesQuery, refresh } from '~/data/admin/resource'
import { RoleCards } from './RoleCards'
import { RoleDialog } from './RoleDialog'
import { RoleMatrix } from './RoleMatrix'

type Role = Schemas['RoleResponse']

/** The roles, and what each of them permits, in words. */
export function RolesPage() {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const { open } = useSearch({ from: '/_app/admin/roles' })
  const navigate = useNavigate({ from: '/admin/roles' })
  const turn = (open: string | undefined) => void navigate({ search: { open }, replace: true })
  const roles = useQuery(choicesQuery<Role>('/roles'))
  const permissions = useQuery(permissionsQuery)
  const [removing, setRemoving] = useState<Role | null>(null)
  const remove = useMutation({
    mutationFn: (role: Role) => request('DELETE', `/roles/${role.id}`),
    onSuccess: async (_, role) => {
      setRemoving(null)
      await refresh(queryClient)
      toast(t('admin:roles.removed', { name: role.name }))
    },
  })
  const error = roles.error ?? permissions.error
  return (
    <div className="stack-l">
      <PageHeader title={t('admin:roles.title')}>
        <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => turn('new')}>
          {t('admin:roles.new')}
        </Button>
      </PageHeader>
      {error && <ErrorPanel error={error} />}
      {!error && !(roles.data && permissions.data) && <SkeletonLines count={12} />}
      {roles.data && permissions.data && (
        <>
          <RoleCards
            roles={roles.data.items}
            onEdit={(role) => turn(role.id)}
            onRemove={(role) => {
              remove.reset()
              setRemoving(role)
            }}
          />
          <RoleMatrix roles={roles.data.items} permissions={permissions.data.items} />
        </>
      )}
      {open && permissions.data && (
        <RoleDialog id={open} permissions={permissions.data.items} onClose={() => turn(undefined)} />
      )}
      {removing && (
        <ConfirmDialog
          title={t('admin:roles.removeTitle', { name: removing.name })}
          confirm={t('admin:remove')}
          danger
          busy={remove.isPending}
          error={remove.error}
          onClose={() => setRemoving(null)}
          onConfirm={() => remove.mutate(removing)}
        >
          <p>{t('admin:roles.removeText')}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
