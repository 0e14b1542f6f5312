import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ticketCountsQuery } from '~/data/board'
import { categoriesQuery, servicesQuery, sitesQuery, teamsQuery } from '~/data/people'
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

/** The conditions of a filter in the reader's words; needs the texts of "filter". */
export function useFilterWords(filter: string): string[] {
  const { t, i18n } = useTranslation()
  const format = useFormat()
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
  const wordsOf = (condition: Condition): string => {
    if (condition.kind === 'other') return condition.text
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
  return conditionsOf(filter).map(wordsOf)
}
