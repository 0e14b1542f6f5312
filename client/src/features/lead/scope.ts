import type { ReportScope } from '~/data/reports'
import { oneOf, priorities } from './choices'
import type { ReportSearch } from './report-search'

/** As lists and reports name what has no team, no service or no site. */
export const without = 'none'

const id = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

const named = (text: string | undefined) => (text && (text === without || id.test(text)) ? text : undefined)

/** Which tickets an address asks for; what cannot be is as if it was not said. */
export function scopeOf(search: Pick<ReportSearch, keyof ReportScope>): ReportScope {
  return {
    teamId: named(search.teamId),
    priority: oneOf<string>(priorities, search.priority),
    serviceId: named(search.serviceId),
    siteId: named(search.siteId),
  }
}

export const isNarrowed = (scope: ReportScope): boolean => Object.values(scope).some(Boolean)

/** All tickets again. */
export const everything: ReportScope = {
  teamId: undefined,
  priority: undefined,
  serviceId: undefined,
  siteId: undefined,
}
