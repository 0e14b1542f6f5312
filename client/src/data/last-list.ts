/** The list a ticket was opened from: for the way back and to the neighbours. */
interface LastList {
  view: string
  /** What the list is called. */
  name: string
  search: { q?: string; sort?: string; filter?: string }
  refs: readonly string[]
}

interface Place {
  ref: string
  /** Where it stood in the list, for a list that does not have it any more. */
  index: number
  scroll: number
}

let last: LastList | undefined
let opened: string | undefined
let scroll = 0

const keyOf = ({ view, search }: Pick<LastList, 'view' | 'search'>) =>
  JSON.stringify([view, search.q, search.sort, search.filter])

export const lastList = {
  get: () => last,
  set: (list: LastList) => {
    last = list
  },
  /** A ticket of it is looked at; the way back leads to its row. */
  visit(ref: string): void {
    opened = ref
  },
  /** How far the list is scrolled. */
  scrolled(top: number): void {
    scroll = top
  },
  /** Where somebody who comes back to this list from one of its tickets left it. */
  returning(list: Pick<LastList, 'view' | 'search'>): Place | undefined {
    if (opened === undefined || !last || keyOf(last) !== keyOf(list)) return undefined
    const index = last.refs.indexOf(opened)
    return index === -1 ? undefined : { ref: opened, index, scroll }
  },
  /** The list is shown again: from now on it is the one that counts. */
  returned(top: number): void {
    opened = undefined
    scroll = top
  },
  /** Where a ticket stands in it, counted from one. */
  place(ref: string): { at: number; of: number } | undefined {
    const at = last?.refs.indexOf(ref) ?? -1
    return last && at !== -1 ? { at: at + 1, of: last.refs.length } : undefined
  },
  neighbour(ref: string, step: 1 | -1): string | undefined {
    const at = last?.refs.indexOf(ref) ?? -1
    return at === -1 ? undefined : last?.refs[at + step]
  },
}
