import { useCallback } from 'react'
import { useMay } from '~/data/session'

/** Where a ticket is read: on the desk by those who work on tickets, else in the portal. */
export function useTicketPath(): (reference: string) => string {
  const desk = useMay()('incidents.work')
  return useCallback((reference) => (desk ? `/desk/tickets/${reference}` : `/help/requests/${reference}`), [desk])
}
