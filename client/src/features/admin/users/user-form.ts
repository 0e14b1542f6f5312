import type { Named, Schemas } from '~/api/types'
import { filled, optional, zone, type Checks } from '~/components/admin/checks'

type User = Schemas['UserResponse']

export interface UserFields {
  userName: string
  name: string
  email: string
  phone: string
  language: string
  timeZone: string
  siteId: string
  departmentId: string
  manager: Named | null
  defaultTeamId: string
  vip: boolean
  /** Of a new person only. */
  teamIds: string[]
  roles: string[]
}

const isAddress = (text: string) => text === '' || /^[^\s@<>,;]{1,64}@[^\s@<>,;]+$/.test(text)

export const userChecks: Checks<UserFields> = {
  userName: (name) => filled(100)(name) ?? (/\s/.test(name) ? 'admin:users.noSpaces' : undefined),
  name: filled(),
  email: (text) => optional(320)(text) ?? (isAddress(text) ? undefined : 'admin:users.noAddress'),
  phone: optional(50),
  timeZone: zone,
}

export const emptyUser: UserFields = {
  userName: '',
  name: '',
  email: '',
  phone: '',
  language: '',
  timeZone: '',
  siteId: '',
  departmentId: '',
  manager: null,
  defaultTeamId: '',
  vip: false,
  teamIds: [],
  roles: ['employee'],
}

export const fieldsOfUser = (user: User): UserFields => ({
  userName: user.userName,
  name: user.name,
  email: user.email ?? '',
  phone: user.phone ?? '',
  language: user.language,
  timeZone: user.timeZone,
  siteId: user.site?.id ?? '',
  departmentId: user.department?.id ?? '',
  manager: user.manager,
  defaultTeamId: user.defaultTeam?.id ?? '',
  vip: user.vip,
  teamIds: [],
  roles: [],
})

const clearable = ['email', 'phone', 'siteId', 'departmentId', 'defaultTeamId'] as const

/** Fields that were left empty say so with null; language and zone of a new person are then the organisation's. */
export function bodyOfUser({ manager, language, timeZone, ...fields }: Partial<UserFields>) {
  const cleared = Object.fromEntries(
    clearable.filter((field) => fields[field] !== undefined).map((field) => [field, fields[field] || null]),
  )
  return {
    ...fields,
    ...cleared,
    ...(manager !== undefined && { managerId: manager?.id ?? null }),
    ...(language && { language }),
    ...(timeZone && { timeZone }),
  }
}

export const userCodes = {
  'user.name_taken': 'userName',
  'user.own_manager': 'manager',
  'user.manager_circle': 'manager',
  'user.manager_unknown': 'manager',
  'user.default_team_not_member': 'defaultTeamId',
} as const
