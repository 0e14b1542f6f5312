import { useSearch } from '@tanstack/react-router'
import { listSearch, text, type ListSearch } from '~/components/admin/search'

/** What the pages of the rules keep in the address; each reads what it knows of. */
export interface RulesSearch extends ListSearch {
  /** The part of a page that is in view. */
  tab?: string
  year?: number
  practice?: string
  /** The category a new one is to lie below. */
  below?: string
}

/** The address as it can be trusted: somebody may have typed it. */
export function useRulesSearch(): RulesSearch {
  const search: Record<string, unknown> = useSearch({ strict: false })
  return {
    ...listSearch(search),
    tab: text(search.tab),
    year: Number(search.year) || undefined,
    practice: text(search.practice),
    below: text(search.below),
  }
}
