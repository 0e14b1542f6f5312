import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toastError } from '~/components/toast'
import { readWhole, wholeAtMost, type QueueSearch } from '~/data/tickets'
import { useFormat } from '~/i18n/format'
import type { Selection } from './use-selection'

export interface Whole {
  /** What the button says; nothing when all of it is ticked. */
  offer: string | null
  /** How many are read, while they are. */
  read: string | null
  start: () => void
  stop: () => void
}

/** Ticks everything in the view, not only what is on the screen: the server is asked page after page which tickets these are. */
export function useWhole(
  list: string,
  search: QueueSearch,
  filter: string | undefined,
  amount: number,
  selection: Selection,
): Whole {
  const { t } = useTranslation()
  const format = useFormat()
  const [reading, setReading] = useState<{ list: string; count: number } | null>(null)
  const running = useRef<AbortController>(null)
  const shown = useRef(list)
  useEffect(() => {
    shown.current = list
  }, [list])
  const stop = () => {
    running.current?.abort()
    setReading(null)
  }
  const start = async () => {
    running.current?.abort()
    running.current = new AbortController()
    const { signal } = running.current
    // Whoever went on to another list does not find its rows ticked there.
    const isOver = () => signal.aborted || shown.current !== list
    const tell = (count: number) => !isOver() && setReading({ list, count })
    tell(0)
    try {
      const rows = await readWhole(search, filter, tell, signal)
      if (isOver()) return
      selection.take(rows)
      setReading(null)
    } catch (error) {
      if (isOver()) return
      setReading(null)
      toastError(error)
    }
  }
  const read = reading?.list === list ? reading.count : null
  const text = format.number(amount)
  return {
    offer:
      selection.chosen.size >= amount
        ? null
        : t(amount < wholeAtMost ? 'desk:whole.all' : 'desk:whole.first', { text }),
    read: read === null ? null : format.number(read),
    start: () => void start(),
    stop,
  }
}
