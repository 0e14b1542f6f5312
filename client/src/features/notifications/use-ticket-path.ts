import { useCallback } from 'react'
import type { Notification } from '~/data/notifications'
import { useMay } from '~/data/session'

type About = Pick<Notification, 'kind' | 'ticket'>

/** Where that of which somebody is told is read: on the desk by those who work on tickets, else in the portal. */
export function useTicketPath(): (told: About) => string {
  const desk = useMay()('incidents.work')
  return useCallback(
    ({ kind, ticket }) => {
      if (desk) return `/desk/tickets/${ticket.reference}`
      // Who joined an outage does not see the ticket that it is.
      return kind === 'majorUpdated' ? `/help/outages/${ticket.reference}` : `/help/requests/${ticket.reference}`
    },
    [desk],
  )
}
