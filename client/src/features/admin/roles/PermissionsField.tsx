import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { useField } from '~/components/admin/form-meta'
import fields from '~/components/admin/fields/fields.module.css'
import checks from '~/components/checks.module.css'
import { areaOf, permissionAreas, usePermissionWords, type PermissionArea } from './permission-words'
import styles from './roles.module.css'

interface Props {
  name: string
  label: string
  permissions: readonly Schemas['PermissionResponse'][]
}

const areas: readonly PermissionArea[] = [...permissionAreas.map(([area]) => area), 'other']

/** Permissions ticked in words, area by area. */
export function PermissionsField({ name, label, permissions }: Props) {
  const { t } = useTranslation()
  const words = usePermissionWords()
  const field = useField<string[]>(name, label, (value) => (value as string[]).map(words).join(', '))
  const turn = (permission: string, on: boolean) =>
    field.set((on ? [...field.value, permission] : field.value.filter((each) => each !== permission)).sort())
  const groups = areas
    .map((area) => ({ area, rows: permissions.filter((permission) => areaOf(permission.name) === area) }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <section className="stack-s" aria-label={label}>
      <h3>{label}</h3>
      {field.error && (
        <p role="alert" className={checks.error}>
          {field.error}
        </p>
      )}
      <div className={styles.permissions}>
        {groups.map(({ area, rows }) => (
          <fieldset key={area} className={fields.list}>
            <legend>{t(`admin:area.${area}`)}</legend>
            {rows.map((permission) => (
              <label key={permission.name} className={checks.check}>
                <input
                  type="checkbox"
                  checked={field.value.includes(permission.name)}
                  onChange={(event) => turn(permission.name, event.currentTarget.checked)}
                />
                {words(permission.name)}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </section>
  )
}
