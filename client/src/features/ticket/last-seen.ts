const kept = 'seenTickets'
const most = 500

function read(): Record<string, number> {
  try {
    return JSON.parse(localStorage.getItem(kept) ?? '{}') as Record<string, number>
  } catch {
    return {}
  }
}

/** The newest entry of a ticket's timeline that was on the screen; the latest five hundred tickets are remembered. */
export const lastSeen = {
  get: (id: string): number | undefined => read()[id],
  set(id: string, sequence: number): void {
    const { [id]: before = 0, ...others } = read()
    if (before >= sequence) return
    const entries = [...Object.entries(others), [id, sequence] as const].slice(-most)
    try {
      localStorage.setItem(kept, JSON.stringify(Object.fromEntries(entries)))
    } catch {
      // Nothing is marked as new then.
    }
  },
}
