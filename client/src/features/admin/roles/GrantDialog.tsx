import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Named, Schemas } from '~/api/types'
import { chosen, type Checks } from '~/components/admin/checks'
import { SelectField } from '~/components/admin/fields/SelectField'
import { FormDialog } from '~/components/admin/FormDialog'
import { Choice } from '~/components/Choice'
import { toast } from '~/components/toast'
import { choicesQuery } from '~/data/admin/resource'
import { permissionsQuery } from '~/data/admin/permissions'
import { usePermissionWords } from './permission-words'

type Grant = Schemas['GrantResponse']
type Reach = 'everywhere' | 'team' | 'site'

interface Fields {
  role: string
  teamId: string
  siteId: string
}

/** Gives a role, everywhere or for the tickets of one team or site. */
export function GrantDialog({ userId, onClose }: { userId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const words = usePermissionWords()
  const [reach, setReach] = useState<Reach>('everywhere')
  const roles = useQuery(choicesQuery<Schemas['RoleResponse']>('/roles')).data?.items ?? []
  const teams = useQuery(choicesQuery<Named>('/teams', { active: true })).data?.items ?? []
  const sites = useQuery(choicesQuery<Named>('/sites', { active: true })).data?.items ?? []
  const permissions = useQuery(permissionsQuery).data?.items ?? []
  const checks: Checks<Fields> = {
    role: chosen,
    teamId: (id) => (reach === 'team' ? chosen(id) : undefined),
    siteId: (id) => (reach === 'site' ? chosen(id) : undefined),
  }
  const unlimited = permissions.filter((permission) => permission.administrative).map((permission) => permission.name)
  const list = (items: readonly Named[]) => items.map(({ id, name }) => [id, name] as const)
  return (
    <FormDialog<Fields, Grant>
      title={t('admin:grants.give')}
      target={{
        path: `/users/${userId}/grants`,
        bodyOf: ({ role, teamId, siteId }) => ({
          role,
          teamId: reach === 'team' ? teamId : null,
          siteId: reach === 'site' ? siteId : null,
        }),
      }}
      checks={checks}
      defaults={{ role: '', teamId: '', siteId: '' }}
      submit={t('admin:grants.give')}
      onClose={onClose}
      onSaved={(grant) => {
        toast(t('admin:grants.given', { role: grant.role.name }))
        onClose()
      }}
    >
      <Choice<Reach>
        label={t('admin:grants.reach')}
        value={reach}
        onChange={setReach}
        options={[
          ['everywhere', t('admin:grants.everywhere')],
          ['team', t('admin:grants.oneTeam')],
          ['site', t('admin:grants.oneSite')],
        ]}
      />
      {reach === 'team' && (
        <SelectField name="teamId" label={t('admin:field.team')} required none="—" options={list(teams)} />
      )}
      {reach === 'site' && (
        <SelectField name="siteId" label={t('admin:field.site')} required none="—" options={list(sites)} />
      )}
      <SelectField
        name="role"
        label={t('admin:field.role')}
        required
        none="—"
        options={roles.map((role) => [role.key, role.name] as const)}
        autoFocus
      />
      {reach !== 'everywhere' && unlimited.length > 0 && (
        <p className="meta">{t('admin:grants.limited', { list: unlimited.map((name) => words(name)).join(', ') })}</p>
      )}
    </FormDialog>
  )
}
