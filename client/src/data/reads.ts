import { request } from '~/api/raw'
import { lastRead } from '~/lib/last-seen'

/** Everything up to the message of this time is read, on this device at once and on the others when they ask next. */
export function markRead(ticket: string, at: string): void {
  if (!lastRead.set(ticket, Date.parse(at))) return
  // Without a connection the other devices go on showing it as unread, which is true of them.
  request('PUT', `/tickets/${ticket}/read`, { body: { until: at } }).catch(() => undefined)
}
