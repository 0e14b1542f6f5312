import { useId, useState, type KeyboardEvent } from 'react'

/** Nothing is marked until the arrows do it: Enter means what was written. */
export const unmarked = -1

/**
 * What is offered to a box one writes in: the arrows mark a line, Enter chooses it, Escape leaves the list. `begin` is the line that
 * is marked without being asked for.
 */
export function useOffered<T>(items: readonly T[], choose: (item: T) => void, leave: () => void, begin = 0) {
  const id = useId()
  const [marked, mark] = useState(begin)
  const open = items.length > 0
  const active = marked < items.length ? marked : begin

  /** Whether the key was the list's. */
  const take = (event: KeyboardEvent): boolean => {
    if (!open || event.ctrlKey || event.metaKey) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = items[active]
    if (step) mark(active < 0 && step < 0 ? items.length - 1 : (active + step + items.length) % items.length)
    else if (event.key === 'Enter' && chosen !== undefined) choose(chosen)
    else if (event.key === 'Escape') leave()
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return {
    id: `${id}-list`,
    items,
    choose,
    active,
    take,
    /** For a new beginning of what is written, or a list that is left. */
    restart: (at = begin) => mark(at),
    /** What the box says of its list. */
    controls: {
      'aria-controls': `${id}-list`,
      'aria-activedescendant': open && active >= 0 ? `${id}-list-${active}` : undefined,
    },
    combobox: { role: 'combobox', 'aria-expanded': open, 'aria-autocomplete': 'list', autoComplete: 'off' } as const,
  }
}

export type Offer<T> = ReturnType<typeof useOffered<T>>
