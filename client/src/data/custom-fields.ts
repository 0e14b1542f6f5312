import { queryOptions } from '@tanstack/react-query'
import { requestAll } from '~/api/raw'
import type { Incident, Page, Schemas } from '~/api/types'

export type CustomField = Schemas['CustomFieldResponse']

/** As tickets hold it: a text, a number, a date, yes or no, the key of an option or several, the id of a person. */
export type CustomValue = string | number | boolean | readonly string[]

export type CustomValues = Readonly<Record<string, CustomValue | undefined>>

/** What an organisation wants to know of incidents beyond what every ticket has; retired fields as well, as tickets still hold values of them. */
export const customFieldsQuery = queryOptions({
  queryKey: ['choices', '/custom-fields'],
  staleTime: 60_000,
  queryFn: ({ signal }) => requestAll<Page<CustomField>>('/custom-fields', { practice: 'incident' }, signal),
})

export const customValuesOf = (incident: Incident) => incident.customFields as CustomValues
