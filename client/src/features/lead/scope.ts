import type { ReportScope } from '~/data/reports'
import { priorities } from './choices'
import type { ReportSearch } from './report-search'

/** As lists and reports name what has no team, no service or no site. */
export const without = 'none'

const id = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

const isNamed = (word: string) => word === without || id.test(word)

const isPriority = (word: string) => priorities.some((each) => each === word)

/** The known ones of what stands between commas, as lists and reports take several. */
function several(text: string | undefined, isKnown: (word: string) => boolean): string | undefined {
  const words = new Set(text?.split(',').filter(isKnown))
  return words.size > 0 ? [...words].join(',') : undefined
}

/** Which tickets an address asks for; what cannot be is as if it was not said. */
export function scopeOf(search: Pick<ReportSearch, keyof ReportScope>): ReportScope {
  return {
    teamId: several(search.teamId, isNamed),
    priority: several(search.priority, isPriority),
    serviceId: several(search.serviceId, isNamed),
    siteId: several(search.siteId, isNamed),
  }
}

/** What stands between the commas. */
export const valuesOf = (text: string | undefined): string[] => text?.split(',') ?? []

export const isNarrowed = (scope: ReportScope): boolean => Object.values(scope).some(Boolean)

/** All tickets again. */
export const everything: ReportScope = {
  teamId: undefined,
  priority: undefined,
  serviceId: undefined,
  siteId: undefined,
}
