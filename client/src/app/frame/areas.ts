import { ChartColumn, House, LayoutDashboard, ListChecks, Settings, TicketPlus, Inbox } from 'lucide-react'
import type { ComponentType } from 'react'

export interface Area {
  id: string
  to: '/help' | '/help/requests' | '/help/report'
  icon: ComponentType<{ size?: number }>
  /** Who it is for; nobody is shown what they may not open. */
  shown: (may: (permission: string) => boolean) => boolean
  keys?: string
}

export const worksOnTickets = (may: (permission: string) => boolean) => may('incidents.work')

export const areas: Area[] = [
  { id: 'help', to: '/help', icon: House, shown: () => true, keys: 'g h' },
  { id: 'requests', to: '/help/requests', icon: ListChecks, shown: () => true, keys: 'g t' },
  { id: 'report', to: '/help/report', icon: TicketPlus, shown: (may) => !worksOnTickets(may), keys: 'c' },
]

export const icons = { ChartColumn, LayoutDashboard, Settings, Inbox }
