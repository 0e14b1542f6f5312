import { ChartColumn, House, Inbox, ListChecks, Settings2, TicketPlus } from 'lucide-react'
import type { ComponentType } from 'react'

export interface Area {
  id: string
  to: '/help' | '/help/requests' | '/help/report' | '/desk' | '/desk/tickets/new' | '/lead' | '/admin'
  icon: ComponentType<{ size?: number }>
  /** Who it is for; nobody is shown what they may not open. */
  shown: (may: (permission: string) => boolean) => boolean
  keys?: string
}

export const worksOnTickets = (may: (permission: string) => boolean) => may('incidents.work')

/** What each part of the administration asks for; whoever holds one of them finds the area. */
export const administers = (may: (permission: string) => boolean) =>
  [
    'users.manage',
    'teams.manage',
    'roles.manage',
    'organisation.manage',
    'catalog.manage',
    'configuration.manage',
    'serviceLevels.manage',
    'replies.manage',
    'settings.manage',
    'imports.run',
    'audit.read',
    'serviceAccounts.manage',
  ].some(may)

export const areas: Area[] = [
  { id: 'queue', to: '/desk', icon: Inbox, shown: worksOnTickets, keys: 'g q' },
  { id: 'newTicket', to: '/desk/tickets/new', icon: TicketPlus, shown: worksOnTickets, keys: 'c' },
  { id: 'lead', to: '/lead', icon: ChartColumn, shown: (may) => may('reports.read'), keys: 'g l' },
  { id: 'help', to: '/help', icon: House, shown: () => true, keys: 'g h' },
  { id: 'requests', to: '/help/requests', icon: ListChecks, shown: () => true, keys: 'g t' },
  { id: 'report', to: '/help/report', icon: TicketPlus, shown: (may) => !worksOnTickets(may), keys: 'c' },
  { id: 'admin', to: '/admin', icon: Settings2, shown: administers, keys: 'g a' },
]

/** The area a page belongs to: the one whose address its own begins with, and of several the closest. */
export const areaOf = (path: string): Area | undefined =>
  areas.filter(({ to }) => path === to || path.startsWith(`${to}/`)).toSorted((a, b) => b.to.length - a.to.length)[0]
