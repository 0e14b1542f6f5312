import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { chosen, filled, type Checks } from '~/components/admin/checks'
import { CheckListField } from '~/components/admin/fields/CheckListField'
import { TextField } from '~/components/admin/fields/TextField'
import { FormDialog } from '~/components/admin/FormDialog'
import { toast } from '~/components/toast'
import { choicesQuery } from '~/data/admin/resource'

type Account = Schemas['ServiceAccountResponse']

interface Fields {
  name: string
  userName: string
  roles: string[]
}

const checks: Checks<Fields> = {
  name: filled(),
  userName: (name) => filled(100)(name) ?? (/\s/.test(name) ? 'admin:users.noSpaces' : undefined),
  roles: chosen,
}

interface Props {
  onClose: () => void
  onSaved: (account: Account) => void
}

export function NewServiceAccountDialog({ onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const roles = useQuery(choicesQuery<Schemas['RoleResponse']>('/roles')).data?.items ?? []
  return (
    <FormDialog<Fields, Account>
      title={t('admin:machines.new')}
      target={{ path: '/service-accounts', codes: { 'user.name_taken': 'userName' } }}
      checks={checks}
      defaults={{ name: '', userName: '', roles: [] }}
      onClose={onClose}
      onSaved={(saved) => {
        toast(t('admin:saved', { name: saved.name }))
        onClose()
        onSaved(saved)
      }}
    >
      <TextField name="name" label={t('admin:field.name')} required maxLength={200} autoFocus />
      <TextField name="userName" label={t('admin:field.userName')} required maxLength={100} />
      <CheckListField
        name="roles"
        label={t('admin:roles.title')}
        help={t('admin:machines.rolesHelp')}
        options={roles.map((role) => [role.key, role.name] as const)}
      />
    </FormDialog>
  )
}
