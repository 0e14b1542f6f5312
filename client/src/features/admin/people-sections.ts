import type { AdminSection } from './sections'

export const peopleSections: AdminSection[] = [
  {
    id: 'users',
    label: 'admin:users.title',
    text: 'admin:users.about',
    to: '/admin/users',
    permission: 'users.manage',
  },
  {
    id: 'teams',
    label: 'admin:teams.title',
    text: 'admin:teams.about',
    to: '/admin/teams',
    permission: 'teams.manage',
  },
  {
    id: 'roles',
    label: 'admin:roles.title',
    text: 'admin:roles.about',
    to: '/admin/roles',
    permission: 'roles.manage',
  },
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

export const systemSections: AdminSection[] = [
  { id: 'audit', label: 'admin:audit.title', text: 'admin:audit.about', to: '/admin/audit', permission: 'audit.read' },
]
