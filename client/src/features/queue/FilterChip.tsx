import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { categoriesQuery, servicesQuery, sitesQuery, teamsQuery } from '~/data/people'
import { useFormat } from '~/i18n/format'
import { conditionsOf, type Condition } from './filter-words'

/** A condition in the reader's words. */
function useWordsOf() {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const lists = {
    teamId: useQuery(teamsQuery).data?.items,
    serviceId: useQuery(servicesQuery).data?.items,
    categoryId: useQuery(categoriesQuery).data?.items,
    siteId: useQuery(sitesQuery).data?.items,
  }
  const word = (name: string, value: string) => {
    if (name === 'priority') return value.toUpperCase()
    return i18n.exists(`${name}.${value}`) ? t(`${name}.${value}`) : value
  }
  return (condition: Condition): string => {
    if (condition.kind === 'other') return condition.text
    if (condition.kind === 'flag') return t(`desk:onlyThose.${condition.name}`)
    if (condition.kind === 'words') return format.list(condition.values.map((each) => word(condition.name, each)))
    if (condition.kind === 'named') {
      const list: readonly { id: string; name: string }[] | undefined = lists[condition.name]
      const name = (id: string) =>
        id === 'none'
          ? t(`desk:onlyThose.without.${condition.name}`)
          : (list?.find((each) => each.id === id)?.name ?? '…')
      return format.list(condition.values.map(name))
    }
    const { name, from, to } = condition
    const first = from && format.date(from)
    // What begins at the end of it is no longer part of it.
    const last = to && format.date(new Date(to).getTime() - 1)
    if (first && last) return t(`desk:onlyThose.${name}.${first === last ? 'on' : 'between'}`, { first, last })
    return first ? t(`desk:onlyThose.${name}.from`, { first }) : t(`desk:onlyThose.${name}.until`, { last })
  }
}

/** What the list holds because a figure was followed to it, and the way back to all. */
export default function FilterChip({ filter, onDrop }: { filter: string; onDrop: () => void }) {
  const { t } = useTranslation()
  const wordsOf = useWordsOf()
  const words = conditionsOf(filter).map(wordsOf).join(' · ') || t('desk:onlyThose.incidents')
  return (
    <button type="button" onClick={onDrop} title={t('desk:onlyThose.drop')}>
      {t('desk:onlyThose.label', { words })}
      <span className="visually-hidden"> – {t('desk:onlyThose.drop')}</span> <span aria-hidden>×</span>
    </button>
  )
}
