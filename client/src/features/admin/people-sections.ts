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
  {
    id: 'service-accounts',
    label: 'admin:machines.title',
    text: 'admin:machines.about',
    to: '/admin/service-accounts',
    permission: 'serviceAccounts.manage',
  },
]

/** What is prepared for everyday work. */
export const workSections: AdminSection[] = [
  {
    id: 'replies',
    label: 'admin:replies.title',
    text: 'admin:replies.about',
    to: '/admin/replies',
    permission: 'replies.manage',
  },
  {
    id: 'templates',
    label: 'admin:templates.title',
    text: 'admin:templates.about',
    to: '/admin/templates',
    permission: 'replies.manage',
  },
  {
    id: 'configuration-items',
    label: 'admin:items.title',
    text: 'admin:items.about',
    to: '/admin/configuration-items',
    permission: 'configuration.manage',
  },
]

export const systemSections: AdminSection[] = [
  {
    id: 'settings',
    label: 'admin:settings.title',
    text: 'admin:settings.about',
    to: '/admin/settings',
    permission: 'settings.manage',
  },
  {
    id: 'imports',
    label: 'admin:imports.title',
    text: 'admin:imports.about',
    to: '/admin/imports',
    permission: 'imports.run',
  },
  { id: 'audit', label: 'admin:audit.title', text: 'admin:audit.about', to: '/admin/audit', permission: 'audit.read' },
]
