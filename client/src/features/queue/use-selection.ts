import { useCallback, useMemo, useState } from 'react'
import type { TicketRow } from '~/data/tickets'

export interface Selection {
  /** The row the keys act on. */
  active: number
  setActive: (index: number) => void
  move: (step: number) => void
  /** Counts the moves: whoever goes through the rows by keys is in the list. */
  moves: number
  chosen: ReadonlySet<string>
  toggle: (index: number, range?: boolean) => void
  all: () => void
  clear: () => void
}

/** Which row the keys act on, and which rows are ticked. */
export function useSelection(rows: readonly TicketRow[]): Selection {
  const [activeId, setActiveId] = useState('')
  const [fallback, setFallback] = useState(0)
  const [anchor, setAnchor] = useState(0)
  const [moves, setMoves] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const found = rows.findIndex((row) => row.id === activeId)
  const active = found === -1 ? Math.min(fallback, Math.max(0, rows.length - 1)) : found

  const setActive = useCallback(
    (index: number) => {
      setActiveId(rows[index]?.id ?? '')
      setFallback(index)
    },
    [rows],
  )
  return useMemo(
    () => ({
      active,
      setActive,
      move: (step) => {
        setActive(Math.min(rows.length - 1, Math.max(0, active + step)))
        setMoves((before) => before + 1)
      },
      moves,
      chosen,
      toggle: (index, range = false) => {
        const next = new Set(chosen)
        if (range) {
          const [from, to] = [Math.min(anchor, index), Math.max(anchor, index)]
          for (const row of rows.slice(from, to + 1)) next.add(row.id)
        } else {
          const id = rows[index]?.id
          if (id && !next.delete(id)) next.add(id)
          setAnchor(index)
        }
        setChosen(next)
        setActive(index)
      },
      all: () => setChosen(new Set(rows.slice(0, 200).map((row) => row.id))),
      clear: () => setChosen(new Set()),
    }),
    [active, setActive, rows, moves, chosen, anchor],
  )
}
