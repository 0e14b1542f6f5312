import type { AdminSection } from './sections'

export const rulesSections: AdminSection[] = [
  {
    id: 'categories',
    label: 'rules:categories',
    text: 'rules:about.categories',
    to: '/admin/categories',
    permission: 'catalog.manage',
  },
  {
    id: 'services',
    label: 'rules:services',
    text: 'rules:about.services',
    to: '/admin/services',
    permission: 'catalog.manage',
  },
  {
    id: 'custom-fields',
    label: 'rules:customFields',
    text: 'rules:about.customFields',
    to: '/admin/custom-fields',
    permission: 'catalog.manage',
  },
  {
    id: 'priority-matrix',
    label: 'rules:matrix.title',
    text: 'rules:about.matrix',
    to: '/admin/priority-matrix',
    permission: 'settings.manage',
  },
  {
    id: 'policies',
    label: 'rules:policies',
    text: 'rules:about.policies',
    to: '/admin/policies',
    permission: 'serviceLevels.manage',
  },
  {
    id: 'calendars',
    label: 'rules:calendars',
    text: 'rules:about.calendars',
    to: '/admin/calendars',
    permission: 'serviceLevels.manage',
  },
  {
    id: 'holiday-sets',
    label: 'rules:holidays.title',
    text: 'rules:about.holidays',
    to: '/admin/holiday-sets',
    permission: 'serviceLevels.manage',
  },
]
