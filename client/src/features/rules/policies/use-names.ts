import { useQuery } from '@tanstack/react-query'
import type { Schemas } from '~/api/types'
import { choicesQuery } from '~/data/admin/resource'
import { pathsOf } from '../catalog/tree'
import type { Calendar } from '../calendars/calendar-form'

type Option = readonly [id: string, name: string]

export interface Names {
  services: Option[]
  categories: Option[]
  sites: Option[]
  /** Departments and teams: what a requester belongs to. */
  groups: Option[]
  teams: Option[]
  calendars: Calendar[]
  of: (id: string) => string
  /** The calendars are known: what a day is cannot be said before. */
  ready: boolean
}

interface Named {
  id: string
  name: string
}

const options = (items: readonly Named[] | undefined): Option[] => (items ?? []).map(({ id, name }) => [id, name])

/** What the ids of a policy stand for, and what there is to choose from. */
export function useNames(): Names {
  const services = options(useQuery(choicesQuery<Named>('/services')).data?.items)
  const sites = options(useQuery(choicesQuery<Named>('/sites')).data?.items)
  const teams = options(useQuery(choicesQuery<Named>('/teams')).data?.items)
  const departments = options(useQuery(choicesQuery<Named>('/departments')).data?.items)
  const tree = useQuery(choicesQuery<Schemas['CategoryResponse']>('/categories')).data?.items ?? []
  const known = useQuery(choicesQuery<Calendar>('/service-levels/calendars'))
  const calendars = known.data?.items ?? []
  const categories = pathsOf(tree).map(({ category, path }) => [category.id, path.join(' › ')] as const)
  const groups = [...departments, ...teams]
  const byId = new Map<string, string>([...services, ...categories, ...sites, ...groups, ...options(calendars)])
  return {
    services,
    categories,
    sites,
    groups,
    teams,
    calendars,
    of: (id) => byId.get(id) ?? '—',
    ready: !known.isPending,
  }
}
