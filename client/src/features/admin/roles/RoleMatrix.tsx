import { useMediaQuery } from '@mantine/hooks'
import { Check } from 'lucide-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { areaOf, permissionAreas, usePermissionWords, type PermissionArea } from './permission-words'
import styles from './roles.module.css'

type Role = Schemas['RoleResponse']
type Permission = Schemas['PermissionResponse']

interface Props {
  roles: readonly Role[]
  permissions: readonly Permission[]
}

const areas: readonly PermissionArea[] = [...permissionAreas.map(([area]) => area), 'other']

/** Every permission in words against every role; on a phone each permission with the roles that have it. */
export function RoleMatrix({ roles, permissions }: Props) {
  const { t } = useTranslation()
  const words = usePermissionWords()
  const narrow = useMediaQuery('(max-width: 75em)', undefined, { getInitialValueInEffect: false })
  const groups = areas
    .map((area) => ({ area, rows: permissions.filter((permission) => areaOf(permission.name) === area) }))
    .filter(({ rows }) => rows.length > 0)
  const has = (role: Role, permission: Permission) => role.permissions.includes(permission.name)
  return (
    <section className="card stack" aria-labelledby="matrix">
      <h2 id="matrix">{t('admin:roles.matrix')}</h2>
      {narrow ? (
        groups.map(({ area, rows }) => (
          <div key={area} className="stack-s">
            <h3>{t(`admin:area.${area}`)}</h3>
            <ul className={`plain ${styles.grants}`}>
              {rows.map((permission) => (
                <li key={permission.name}>
                  <div>
                    {words(permission.name)}
                    <div className="meta">
                      {roles
                        .filter((role) => has(role, permission))
                        .map((role) => role.name)
                        .join(', ') || t('admin:roles.nobody')}
                    </div>
                  </div>
                </li>
              ))}
            </ul>
          </div>
        ))
      ) : (
        <table className={`table ${styles.matrix}`} aria-labelledby="matrix">
          <thead>
            <tr>
              <th scope="col">{t('admin:roles.permission')}</th>
              {roles.map((role) => (
                <th key={role.id} scope="col">
                  {role.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ area, rows }) => (
              <Fragment key={area}>
                <tr>
                  <th scope="rowgroup" colSpan={roles.length + 1} className={styles.area}>
                    {t(`admin:area.${area}`)}
                  </th>
                </tr>
                {rows.map((permission) => (
                  <tr key={permission.name}>
                    <th scope="row">{words(permission.name)}</th>
                    {roles.map((role) => (
                      <td key={role.id}>
                        {has(role, permission) && (
                          <>
                            <Check size={16} aria-hidden />
                            <span className="visually-hidden">{t('admin:yes')}</span>
                          </>
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
