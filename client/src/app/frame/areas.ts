import { House, Inbox, ListChecks, TicketPlus } from 'lucide-react'
import type { ComponentType } from 'react'

export interface Area {
  id: string
  to: '/help' | '/help/requests' | '/help/report' | '/desk' | '/desk/tickets/new'
  icon: ComponentType<{ size?: number }>
  /** Who it is for; nobody is shown what they may not open. */
  shown: (may: (permission: string) => boolean) => boolean
  keys?: string
}

export const worksOnTickets = (may: (permission: string) => boolean) => may('incidents.work')

export const areas: Area[] = [
  { id: 'queue', to: '/desk', icon: Inbox, shown: worksOnTickets, keys: 'g q' },
  { id: 'newTicket', to: '/desk/tickets/new', icon: TicketPlus, shown: worksOnTickets, keys: 'c' },
  { id: 'help', to: '/help', icon: House, shown: () => true, keys: 'g h' },
  { id: 'requests', to: '/help/requests', icon: ListChecks, shown: () => true, keys: 'g t' },
  { id: 'report', to: '/help/report', icon: TicketPlus, shown: (may) => !worksOnTickets(may), keys: 'c' },
]
