import { useQueries, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ticketCountsQuery } from '~/data/board'
import { categoriesQuery, servicesQuery, sitesQuery, teamsQuery, userQuery } from '~/data/people'
import { useMay } from '~/data/session'
import { useFormat } from '~/i18n/format'
import { conditionsOf, type Condition } from './conditions'

/** The teams; those with a queue for whoever reads figures without reading of people. */
function useTeamNames() {
  const may = useMay()('users.read')
  const all = useQuery({ ...teamsQuery, enabled: may }).data?.items
  const counted = useQuery({ ...ticketCountsQuery, enabled: !may }).data?.teams.map(({ team }) => team)
  return may ? all : counted
}

/** The names of people by their ids, for whoever may read of them. */
function usePeopleNames(conditions: readonly Condition[]) {
  const may = useMay()('users.read')
  const ids = conditions.flatMap((each) => (each.kind === 'people' ? each.values.filter((id) => id.includes('-')) : []))
  const found = useQueries({ queries: ids.map((id) => ({ ...userQuery(id), enabled: may })) })
  return found.flatMap(({ data }) => data ?? [])
}

/**
 * The conditions of a filter in the reader's words; needs the texts of "filter". How its search was understood, with names for the ids in it, is
 * told with the list it gave.
 */
export function useFilterWords(filter: string, interpretedAs?: string | null): string[] {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const conditions = conditionsOf(filter)
  const people = usePeopleNames(conditions)
  const lists = {
    teamId: useTeamNames(),
    serviceId: useQuery(servicesQuery).data?.items,
    categoryId: useQuery(categoriesQuery).data?.items,
    siteId: useQuery(sitesQuery).data?.items,
  }
  const word = (name: string, value: string) => {
    if (name === 'priority') return value.toUpperCase()
    return i18n.exists(`${name}.${value}`) ? t(`${name}.${value}`) : value
  }
  const person = (id: string) => {
    if (id === 'none' || id === 'any' || id === 'me') return t(`filter:person.${id}`)
    return people.find((each) => each.id === id)?.name ?? '…'
  }
  const wordsOf = (condition: Condition): string => {
    if (condition.kind === 'other') return condition.text
    if (condition.kind === 'search') return t('filter:words', { words: interpretedAs ?? '…' })
    if (condition.kind === 'people')
      return t(`filter:by.${condition.name}`, { who: format.list(condition.values.map(person)) })
    if (condition.kind === 'flag') return t(`filter:${condition.name}`)
    if (condition.kind === 'words') return format.list(condition.values.map((each) => word(condition.name, each)))
    if (condition.kind === 'named') {
      const list: readonly { id: string; name: string }[] | undefined = lists[condition.name]
      const name = (id: string) =>
        id === 'none' ? t(`filter:without.${condition.name}`) : (list?.find((each) => each.id === id)?.name ?? '…')
      // A category without those below it, as the figures of a report count it.
      return format.list(condition.values.map((value) => name(value.replace(/^only:/, ''))))
    }
    const { name, from, to } = condition
    const first = from && format.date(from)
    // What begins at the end of it is no longer part of it.
    const last = to && format.date(new Date(to).getTime() - 1)
    if (first && last) return t(`filter:${name}.${first === last ? 'on' : 'between'}`, { first, last })
    return first ? t(`filter:${name}.from`, { first }) : t(`filter:${name}.until`, { last })
  }
  return conditions.map(wordsOf)
}
