import i18next from 'i18next'
import { useTranslation } from 'react-i18next'

/** The areas that permissions are told in, and the resources of each. */
export const permissionAreas = [
  ['tickets', ['incidents', 'tickets', 'comments']],
  ['work', ['session', 'tokens', 'views', 'replies', 'reports']],
  ['people', ['users', 'teams', 'roles', 'serviceAccounts', 'organisation']],
  ['rules', ['catalog', 'configuration', 'serviceLevels']],
  ['system', ['settings', 'imports', 'audit']],
] as const

export type PermissionArea = (typeof permissionAreas)[number][0] | 'other'

export function areaOf(permission: string): PermissionArea {
  const [resource] = permission.split('.')
  return permissionAreas.find(([, resources]) => resources.some((each) => each === resource))?.[0] ?? 'other'
}

/** What a permission allows, in words; its name when there are none yet. */
export function usePermissionWords() {
  const { t } = useTranslation()
  return (permission: string) => {
    const key = permission.replaceAll('.', '_')
    return i18next.exists(`admin:permission.${key}`) ? t(`admin:permission.${key}`) : permission
  }
}
