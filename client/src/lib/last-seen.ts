const most = 500

interface Remembered {
  get: (id: string) => number | undefined
  /** True when it was news. */
  set: (id: string, value: number) => boolean
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
      if (before >= value) return false
      const entries = [...Object.entries(others), [id, value] as const].slice(-most)
      try {
        localStorage.setItem(kept, JSON.stringify(Object.fromEntries(entries)))
      } catch {
        // Nothing is marked as new then.
      }
      return true
    },
  }
}

/** The newest entry of a ticket's timeline that was on the screen. */
export const lastSeen = remembered('seenTickets')

/** The time of the newest message of a ticket that was on the screen, in milliseconds. */
export const lastRead = remembered('readTickets')

interface Written {
  id: string
  unread: boolean
  lastMessage: { at: string } | null
}

/** The server says so, and it was not read here since the server was asked. */
export const isUnread = (ticket: Written): boolean =>
  ticket.unread && ticket.lastMessage !== null && Date.parse(ticket.lastMessage.at) > (lastRead.get(ticket.id) ?? 0)
