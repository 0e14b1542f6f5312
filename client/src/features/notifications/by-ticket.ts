import type { Notification } from '~/data/notifications'

export interface Told {
  newest: Notification
  /** How many of its ticket are new, with the newest. */
  unread: number
}

/** What is new on one ticket stands together in one line, where its newest stands; what was read stays as it was told. */
export function byTicket(items: readonly Notification[]): Told[] {
  const lines = new Map<string, Told>()
  for (const item of items) {
    const line = item.readAt ? undefined : lines.get(item.ticket.id)
    if (line) line.unread += 1
    else lines.set(item.readAt ? item.id : item.ticket.id, { newest: item, unread: item.readAt ? 0 : 1 })
  }
  return [...lines.values()]
}
