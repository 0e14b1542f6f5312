import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { boardQuery, ticketCountsQuery, type BoardBy } from '~/data/board'
import type { ReportScope } from '~/data/reports'

/** However much happens, the board asks again no oftener than this. */
const calm = 5_000

/** What is open now, kept current by the events of the desk. */
export function useBoard(scope: ReportScope, by: BoardBy) {
  const counts = useQuery({ ...ticketCountsQuery, placeholderData: keepPreviousData })
  const query = useQuery(boardQuery(scope, by))
  const { dataUpdatedAt, refetch } = query
  const told = counts.dataUpdatedAt

  useEffect(() => {
    if (!dataUpdatedAt || told <= dataUpdatedAt) return
    const timer = setTimeout(
      () => void refetch({ cancelRefetch: false }),
      Math.max(0, dataUpdatedAt + calm - Date.now()),
    )
    return () => clearTimeout(timer)
  }, [told, dataUpdatedAt, refetch])

  return { query, error: query.error, board: query.data }
}
