import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { dateOrNone, filled, type Checks } from '~/components/admin/checks'
import { CheckListField } from '~/components/admin/fields/CheckListField'
import { DateField } from '~/components/admin/fields/DateField'
import { TextField } from '~/components/admin/fields/TextField'
import { FormDialog } from '~/components/admin/FormDialog'
import { choicesQuery } from '~/data/admin/resource'
import { timeZone } from '~/i18n/format'
import { useStore } from '~/lib/store'
import { endOfDay } from '../audit/day-bounds'
import { usePermissionWords } from '../roles/permission-words'

type Created = Schemas['CreatedToken']

interface Fields {
  name: string
  scopes: string[]
  expiresAt: string
}

const checks: Checks<Fields> = { name: filled(100), expiresAt: dateOrNone }

interface Props {
  account: Schemas['ServiceAccountResponse']
  onClose: () => void
  onMade: (token: Created) => void
}

/** A token with a name, an end, and some or all of what its machine may. */
export function TokenDialog({ account, onClose, onMade }: Props) {
  const { t } = useTranslation()
  const words = usePermissionWords()
  const zone = useStore(timeZone)
  const roles = useQuery(choicesQuery<Schemas['RoleResponse']>('/roles')).data?.items ?? []
  const held = roles
    .filter((role) => account.roles.some((grant) => grant.role.id === role.id))
    .flatMap((role) => role.permissions)
  return (
    <FormDialog<Fields, Created>
      title={t('admin:tokens.new')}
      target={{
        path: `/service-accounts/${account.id}/tokens`,
        bodyOf: ({ name, scopes, expiresAt }) => ({
          name,
          scopes: scopes && scopes.length > 0 ? scopes : null,
          expiresAt: (expiresAt && endOfDay(expiresAt, zone)) || null,
        }),
        codes: { 'token.expiry': 'expiresAt', 'token.scope_not_held': 'scopes' },
      }}
      checks={checks}
      defaults={{ name: '', scopes: [], expiresAt: '' }}
      submit={t('admin:tokens.new')}
      onClose={onClose}
      onSaved={onMade}
    >
      <TextField name="name" label={t('admin:field.name')} help={t('admin:tokens.nameHelp')} required autoFocus />
      <DateField name="expiresAt" label={t('admin:tokens.end')} help={t('admin:tokens.endHelp')} />
      <CheckListField
        name="scopes"
        label={t('admin:tokens.scopes')}
        help={t('admin:tokens.scopesHelp')}
        options={[...new Set(held)].map((each) => [each, words(each)] as const)}
      />
    </FormDialog>
  )
}
