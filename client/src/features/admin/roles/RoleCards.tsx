import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import styles from './roles.module.css'

type Role = Schemas['RoleResponse']

interface Props {
  roles: readonly Role[]
  onEdit: (role: Role) => void
  onRemove: (role: Role) => void
}

/** The roles by name, each with the way to its people. */
export function RoleCards({ roles, onEdit, onRemove }: Props) {
  const { t } = useTranslation()
  return (
    <ul className={`plain ${styles.cards}`} aria-label={t('admin:roles.title')}>
      {roles.map((role) => (
        <li key={role.id} className="card stack-s">
          <h2>{role.name}</h2>
          <p className="meta">
            {t(role.builtIn ? 'admin:roles.builtIn' : 'admin:roles.own')} ·{' '}
            {t('admin:roles.count', { count: role.permissions.length })}
          </p>
          <div className="row">
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('admin:list.edit', { name: role.name })}
              onClick={() => onEdit(role)}
            >
              {t('edit')}
            </Button>
            {!role.builtIn && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-label={t('admin:list.remove', { name: role.name })}
                onClick={() => onRemove(role)}
              >
                {t('admin:remove')}
              </Button>
            )}
            <Link
              to="/admin/users"
              search={{ role: role.key }}
              aria-label={t('admin:roles.whoHolds', { name: role.name })}
            >
              {t('admin:roles.who')}
            </Link>
          </div>
        </li>
      ))}
    </ul>
  )
}
