import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queueQuery, type QueueSearch, type TicketRow } from '~/data/tickets'
import { useFormat } from '~/i18n/format'
import { arrange } from './arrange'

export interface Queue {
  rows: TicketRow[]
  /** Rows that left the view since it was shown; they stay, greyed, until the person moves on. */
  gone: ReadonlySet<string>
  fresh: number
  showFresh: () => void
  readAt: number
  total: string
  loading: boolean
  error: Error | null
  more: () => void
  told: { interpretedAs?: string | null; notices?: string[] | null }
}

/** The rows of a view in an order that does not jump: what is new waits until it is asked for. */
export function useQueue(search: QueueSearch, filter?: string): Queue {
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
  const first = data?.pages[0]
  const total = first?.total
  return {
    ...arranged,
    showFresh: () => setShown({ key, pages, rows: latest }),
    readAt: query.dataUpdatedAt,
    total:
      total === undefined || total === null
        ? ''
        : t('desk:count', { count: total, text: format.number(total) + (first?.totalCapped ? '+' : '') }),
    loading: query.isPending,
    error: query.error && !data ? query.error : null,
    more: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
    },
    told: { interpretedAs: first?.interpretedAs, notices: first?.notices },
  }
}
