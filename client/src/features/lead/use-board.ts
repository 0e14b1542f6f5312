import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { boardQuery, ticketCountsQuery, type Board, type BoardScope } from '~/data/board'
import { priorities } from './choices'

/** The board asks for many counts; however much happens, it does so no oftener than this. */
const calm = 5_000

export interface BoardRow {
  key: string
  /** As the server names it; priorities have names of their own. */
  name?: string
}

/** What is open now, kept current by the events of the desk. */
export function useBoard(scope: BoardScope, by: 'team' | 'priority') {
  const counts = useQuery({ ...ticketCountsQuery, placeholderData: keepPreviousData })
  const rows: BoardRow[] =
    by === 'priority'
      ? priorities.map((key) => ({ key }))
      : [
          ...(counts.data?.teams ?? [])
            .filter(({ open }) => open.count > 0)
            .map(({ team }) => ({ key: team.id, name: team.name })),
          { key: 'none' },
        ]
  const query = useQuery({
    ...boardQuery(
      scope,
      by === 'team' ? 'teamId' : 'priority',
      rows.map((row) => row.key),
    ),
    enabled: by === 'priority' || counts.data !== undefined,
  })
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

  return { query, rows, error: query.error ?? counts.error, board: query.data satisfies Board | undefined }
}
