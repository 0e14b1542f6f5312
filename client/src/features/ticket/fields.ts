import type { Incident } from '~/api/types'
import { customValuesOf, type CustomValue } from '~/data/custom-fields'

/** The fields that are edited in place, each custom field by itself. */
export interface Fields {
  title: string
  description: string
  impact: string
  urgency: string
  serviceId: string | null
  categoryId: string | null
  siteId: string | null
  [custom: `customFields.${string}`]: CustomValue | null | undefined
}

const prefix = 'customFields.'

export const customName = (key: string) => `customFields.${key}` as const
export const customKey = (field: string) => (field.startsWith(prefix) ? field.slice(prefix.length) : undefined)

export const fieldsOf = (incident: Incident): Fields => ({
  title: incident.title,
  description: incident.description,
  impact: incident.impact,
  urgency: incident.urgency,
  serviceId: incident.service?.id ?? null,
  categoryId: incident.category?.id ?? null,
  siteId: incident.site?.id ?? null,
  ...Object.fromEntries(Object.entries(customValuesOf(incident)).map(([key, value]) => [customName(key), value])),
})

/** A change as the server takes it: custom fields together, what is left out of them stays. */
export function bodyOf(change: Partial<Fields>): Record<string, unknown> {
  const entries = Object.entries(change)
  const custom = entries.flatMap(([field, value]) => {
    const key = customKey(field)
    return key === undefined ? [] : [[key, value ?? null] as const]
  })
  return {
    ...Object.fromEntries(entries.filter(([field]) => customKey(field) === undefined)),
    ...(custom.length > 0 && { customFields: Object.fromEntries(custom) }),
  }
}
