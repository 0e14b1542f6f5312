/** The list a ticket was opened from: for the way back and to the neighbours. */
interface LastList {
  view: string
  /** What the list is called. */
  name: string
  search: { q?: string; sort?: string; filter?: string }
  refs: readonly string[]
}

let last: LastList | undefined

export const lastList = {
  get: () => last,
  set: (list: LastList) => {
    last = list
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
