import type { Page } from '~/api/types'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queueQuery, type QueueSearch, type TicketRow } from '~/data/tickets'
import { currentLanguage } from '~/i18n'
import { useFormat } from '~/i18n/format'
import { arrange } from './arrange'
import { groupRows, type Group, type Grouping } from './group-rows'

export interface Queue {
  rows: readonly TicketRow[]
  groups: readonly Group[]
  /** Rows that left the view since it was shown; they stay, greyed, until the person moves on. */
  gone: ReadonlySet<string>
  fresh: number
  showFresh: () => void
  readAt: number
  total: string
  /** The same as a number, as far as it is counted. */
  amount: number
  loading: boolean
  error: Error | null
  more: () => void
  told: Pick<Page<unknown>, 'interpretedAs' | 'noticeCodes'>
}

/** So many rows are read to be put into groups; more than that nobody looks through by group. */
const groupedAtMost = 1_000

/** The rows of a view in an order that does not jump: what is new waits until it is asked for. */
export function useQueue(search: QueueSearch, filter: string | undefined, group: Grouping): Queue {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useInfiniteQuery(queueQuery(search, filter))
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const latest = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data])
  const key = JSON.stringify([search, filter])
  const pages = data?.pages.length ?? 0
  const [shown, setShown] = useState<{ key: string; pages: number; rows: TicketRow[] }>({ key: '', pages: 0, rows: [] })

  // A new view, or the next page of it, is shown as it comes; a refetch of the same is arranged below.
  const unseen = shown.key !== key || shown.pages !== pages || (shown.rows.length === 0 && latest.length > 0)
  if (data && unseen) setShown({ key, pages, rows: latest })

  const arranged = useMemo(
    () => (shown.key === key ? arrange(shown.rows, latest) : { rows: latest, gone: new Set<string>(), fresh: 0 }),
    [shown, key, latest],
  )
  const grouped = useMemo(() => {
    const { compare } = new Intl.Collator(currentLanguage())
    return groupRows(arranged.rows, group, compare)
  }, [arranged.rows, group])
  const more = () => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }
  const wantsAll = group !== 'none' && latest.length < groupedAtMost && hasNextPage && !isFetchingNextPage
  useEffect(() => {
    if (wantsAll) void fetchNextPage()
  }, [wantsAll, fetchNextPage])
  const first = data?.pages[0]
  const total = first?.total
  return {
    ...arranged,
    ...grouped,
    showFresh: () => setShown({ key, pages, rows: latest }),
    readAt: query.dataUpdatedAt,
    total:
      total === undefined || total === null
        ? ''
        : t('desk:count', { count: total, text: format.number(total) + (first?.totalCapped ? '+' : '') }),
    amount: total ?? 0,
    loading: query.isPending,
    error: query.error && !data ? query.error : null,
    more,
    told: { interpretedAs: first?.interpretedAs, noticeCodes: first?.noticeCodes },
  }
}
