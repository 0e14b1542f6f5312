import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { bodyOfTexts, chosen, key, texts, textsOf, type Checks, type Texts } from '~/components/admin/checks'
import { TextField } from '~/components/admin/fields/TextField'
import { TextsField } from '~/components/admin/fields/TextsField'
import { FormDialog } from '~/components/admin/FormDialog'
import { RecordDialog } from '~/components/admin/RecordDialog'
import { toast } from '~/components/toast'
import { PermissionsField } from './PermissionsField'

type Role = Schemas['RoleResponse']

interface Fields {
  key: string
  name: Texts
  permissions: string[]
}

const checks: Checks<Fields> = { key: key(64), name: texts(), permissions: chosen }

interface Props {
  id: string
  permissions: readonly Schemas['PermissionResponse'][]
  onClose: () => void
}

export function RoleDialog({ id, permissions, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <RecordDialog<Role> path="/roles" id={id} onClose={onClose}>
      {(role) => (
        <FormDialog<Fields, Role>
          title={role ? t('admin:roles.edit', { name: role.name }) : t('admin:roles.new')}
          size="xl"
          target={{
            path: role ? `/roles/${role.id}` : '/roles',
            record: role,
            valuesOf: (record) => ({
              key: record.key,
              name: textsOf(record.names),
              permissions: [...record.permissions].sort(),
            }),
            bodyOf: ({ name, ...rest }) => ({ ...rest, ...(name && { name: bodyOfTexts(name) }) }),
            codes: { 'role.key_taken': 'key', 'role.built_in_floor': 'permissions' },
          }}
          checks={checks}
          defaults={{ key: '', name: { en: '', fr: '' }, permissions: ['session.use'] }}
          onClose={onClose}
          onSaved={(saved) => {
            toast(t('admin:saved', { name: saved.name }))
            onClose()
          }}
        >
          <TextsField name="name" label={t('admin:field.name')} required maxLength={200} autoFocus />
          {!role && (
            <TextField
              name="key"
              label={t('admin:field.key')}
              help={t('admin:teams.keyHelp')}
              required
              maxLength={64}
            />
          )}
          {role?.builtIn && <p className="meta">{t('admin:roles.builtInHelp')}</p>}
          <PermissionsField name="permissions" label={t('admin:roles.permits')} permissions={permissions} />
        </FormDialog>
      )}
    </RecordDialog>
  )
}
