import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { FormDialog } from '~/components/admin/FormDialog'
import { toast } from '~/components/toast'
import { bodyOfUser, emptyUser, fieldsOfUser, userChecks, userCodes, type UserFields } from './user-form'
import { UserFieldset } from './UserFieldset'

type User = Schemas['UserResponse']

interface Props {
  user?: User
  onClose: () => void
  onSaved?: (user: User) => void
}

export function UserDialog({ user, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  return (
    <FormDialog<UserFields, User>
      title={t(user ? 'admin:users.edit' : 'admin:users.new')}
      size="lg"
      target={{
        path: user ? `/users/${user.id}` : '/users',
        record: user,
        valuesOf: fieldsOfUser,
        bodyOf: bodyOfUser,
        codes: userCodes,
      }}
      checks={userChecks}
      defaults={emptyUser}
      onClose={onClose}
      onSaved={(saved) => {
        toast(t('admin:saved', { name: saved.name }))
        onClose()
        onSaved?.(saved)
      }}
    >
      <UserFieldset user={user} />
    </FormDialog>
  )
}
