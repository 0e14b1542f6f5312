import type { AdminSection } from './sections'

export const peopleSections: AdminSection[] = [
  {
    id: 'sites',
    label: 'admin:sites.title',
    text: 'admin:sites.about',
    to: '/admin/sites',
    permission: 'organisation.manage',
  },
  {
    id: 'departments',
    label: 'admin:departments.title',
    text: 'admin:departments.about',
    to: '/admin/departments',
    permission: 'organisation.manage',
  },
]
