import type { Incident } from '~/api/types'

/** The fields that are edited in place, in the shape a change is sent in. */
export interface Fields {
  title: string
  description: string
  impact: string
  urgency: string
  serviceId: string | null
  categoryId: string | null
  siteId: string | null
  tags: string[]
}

export const fieldsOf = (incident: Incident): Fields => ({
  title: incident.title,
  description: incident.description,
  impact: incident.impact,
  urgency: incident.urgency,
  serviceId: incident.service?.id ?? null,
  categoryId: incident.category?.id ?? null,
  siteId: incident.site?.id ?? null,
  tags: incident.tags,
})
