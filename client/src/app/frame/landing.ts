import type { Session } from '~/api/types'

type Who = Pick<Session, 'permissions' | 'teams'> & { user: Pick<Session['user'], 'defaultTeamId'> }

/**
 * Where somebody begins: with the work of the team they take tickets for, else with what they answer for. Who reads the figures of a
 * team without working for it belongs to it too, but has no queue there.
 */
export function landingOf({ permissions, teams, user }: Who): '/desk' | '/lead' | '/admin' | '/help' {
  const works = permissions.includes('incidents.work')
  const leads = permissions.includes('reports.read')
  if (works && (user.defaultTeamId || (teams.length > 0 && !leads))) return '/desk'
  if (teams.length === 0 && permissions.includes('settings.manage')) return '/admin'
  if (leads) return '/lead'
  return works ? '/desk' : '/help'
}

/** The ticket that an address of the desk leads to, if it leads to one. */
export function ticketOf(pathname: string): string | undefined {
  const [, ref] = /^\/desk\/tickets\/([^/]+)\/?$/.exec(pathname) ?? []
  return ref && ref !== 'new' ? decodeURIComponent(ref) : undefined
}
