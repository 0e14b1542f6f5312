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
  /** The ticked rows; also those that only the server has read so far. */
  chosenRows: readonly TicketRow[]
  toggle: (index: number, range?: boolean) => void
  /** Ticks every row that is here. */
  all: () => void
  /** Ticks these, whether they are in the list yet or not. */
  take: (rows: readonly TicketRow[]) => void
  clear: () => void
}

const nothing: ReadonlySet<string> = new Set()

const start = { ref: '', index: 0 }

/** Which row the keys act on, and which rows are ticked. Another list (by its key) begins at its top with none. */
export function useSelection(
  rows: readonly TicketRow[],
  list: string,
  first: { ref: string; index: number } = start,
): Selection {
  const [activeRef, setActiveRef] = useState(first.ref)
  const [fallback, setFallback] = useState(first.index)
  const [anchor, setAnchor] = useState(0)
  const [moves, setMoves] = useState(0)
  const [chosen, setChosen] = useState(nothing)
  const [taken, setTaken] = useState<readonly TicketRow[]>([])
  const [of, setOf] = useState(list)
  if (of !== list) {
    setOf(list)
    setChosen(nothing)
    setTaken([])
    setActiveRef('')
    setFallback(0)
  }
  const found = activeRef === '' ? -1 : rows.findIndex((row) => row.reference === activeRef)
  const active = found === -1 ? Math.min(fallback, Math.max(0, rows.length - 1)) : found

  const setActive = useCallback(
    (index: number) => {
      setActiveRef(rows[index]?.reference ?? '')
      setFallback(index)
    },
    [rows],
  )
  const chosenRows = useMemo(() => {
    if (chosen.size === 0) return []
    const known = new Map([...taken, ...rows].map((row) => [row.id, row]))
    return [...chosen].flatMap((id) => known.get(id) ?? [])
  }, [chosen, taken, rows])
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
      chosenRows,
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
      all: () => setChosen(new Set(rows.map((row) => row.id))),
      take: (some) => {
        setTaken(some)
        setChosen(new Set(some.map((row) => row.id)))
      },
      clear: () => {
        setChosen(nothing)
        setTaken([])
      },
    }),
    [active, setActive, rows, moves, chosen, chosenRows, anchor],
  )
}
