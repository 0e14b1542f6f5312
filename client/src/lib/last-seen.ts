const most = 500

interface Remembered {
  get: (id: string) => number | undefined
  set: (id: string, value: number) => void
}

/** The highest value of each ticket, in this browser; the latest five hundred tickets are remembered. */
function remembered(kept: string): Remembered {
  const read = (): Record<string, number> => {
    try {
      return JSON.parse(localStorage.getItem(kept) ?? '{}') as Record<string, number>
    } catch {
      return {}
    }
  }
  return {
    get: (id) => read()[id],
    set: (id, value) => {
      const { [id]: before = 0, ...others } = read()
      if (before >= value) return
      const entries = [...Object.entries(others), [id, value] as const].slice(-most)
      try {
        localStorage.setItem(kept, JSON.stringify(Object.fromEntries(entries)))
      } catch {
        // Nothing is marked as new then.
      }
    },
  }
}

/** The newest entry of a ticket's timeline that was on the screen. */
export const lastSeen = remembered('seenTickets')

/** The time of the newest message of a ticket that was on the screen, in milliseconds. */
export const lastRead = remembered('readTickets')

interface Written {
  id: string
  state: string
  lastMessage: { at: string; by: { id: string } } | null
}

/** Somebody else wrote after what was read here last, and it is not over. */
export const isUnread = (ticket: Written, me: string | undefined): boolean =>
  ticket.state !== 'closed' &&
  ticket.state !== 'cancelled' &&
  ticket.lastMessage !== null &&
  ticket.lastMessage.by.id !== me &&
  Date.parse(ticket.lastMessage.at) > (lastRead.get(ticket.id) ?? 0)
