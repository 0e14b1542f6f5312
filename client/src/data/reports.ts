import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { guardedFetch } from '~/api/client'
import { ApiError } from '~/api/errors'
import { queryString, request } from '~/api/raw'
import type { Schemas } from '~/api/types'

export type IncidentReport = Schemas['IncidentReport']
export type IncidentReportRow = Schemas['IncidentReportRow']
export type ServiceLevelReport = Schemas['ServiceLevelReport']
export type ServiceLevelReportRow = Schemas['ServiceLevelReportRow']
export type BacklogReport = Schemas['BacklogReport']
export type BacklogRow = Schemas['BacklogRow']
export type AttributionReport = Schemas['AttributionReport']
export type AttributionRow = Schemas['AttributionRow']
export type ReportInterval = Schemas['ReportInterval']

export type Grouping = Schemas['ReportGroupBy']

/** Dates from and to (which is outside) in the reader's zone. */
export interface ReportPeriod {
  from: string
  to: string
  zone: string
}

/** Which tickets it is about, by the names that lists have for the same. */
export type ReportScope = Partial<Record<'teamId' | 'priority' | 'serviceId' | 'siteId', string>>

/** What every report is asked for. */
export type ReportAsked = ReportPeriod & ReportScope

export type ReportName = 'incidents' | 'service-levels' | 'backlog' | 'attribution'

export type ReportFilter = ReportAsked & { groupBy?: Grouping; interval?: ReportInterval; breached?: boolean }

const report = <T>(name: ReportName, filter: ReportFilter) =>
  queryOptions({
    queryKey: ['reports', name, filter],
    staleTime: 60_000,
    // A changed filter leaves the figures standing until the new ones are there.
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<T>('GET', `/reports/${name}`, { query: { ...filter }, signal }),
  })

export const incidentReportQuery = (asked: ReportAsked, groupBy: Grouping) =>
  report<IncidentReport>('incidents', { ...asked, groupBy })

export const serviceLevelReportQuery = (asked: ReportAsked, groupBy: Grouping) =>
  report<ServiceLevelReport>('service-levels', { ...asked, groupBy })

export const backlogReportQuery = (asked: ReportAsked, interval: ReportInterval) =>
  report<BacklogReport>('backlog', { ...asked, interval })

export const attributionReportQuery = (asked: ReportAsked, breached: boolean) =>
  report<AttributionReport>('attribution', { ...asked, breached })

export const sheetTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export type Sheet = keyof typeof sheetTypes

/** The rows of a report as a file; the form is asked for by Accept, so that a plain link cannot. */
export async function downloadReport(
  name: ReportName,
  title: string,
  filter: ReportFilter,
  sheet: Sheet,
): Promise<void> {
  const response = await guardedFetch(
    new Request(location.origin + '/api/v1/reports/' + name + queryString({ ...filter }), {
      headers: { Accept: sheetTypes[sheet] },
    }),
  )
  if (!response.ok) throw await ApiError.of(response)
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  // The end is outside; people name the last day.
  const last = new Date(Date.parse(`${filter.to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  link.download = `${title.toLocaleLowerCase()} ${filter.from} ${last}.${sheet}`
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

const hasId = (words: string) => /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.test(words)

/**
 * A figure's list as the queue's address takes it: what could be typed and what is fixed, apart. Words that name something by its id nobody could
 * type, nor read in the field: they are fixed.
 */
export function listSearch(list: string): { q?: string; filter?: string } {
  const params = new URLSearchParams(list)
  const words = params.get('q') ?? undefined
  const q = words && hasId(words) ? undefined : words
  if (q) params.delete('q')
  const filter = params.toString()
  return { ...(q ? { q } : {}), ...(filter ? { filter } : {}) }
}
