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

export type ReportName = 'incidents' | 'service-levels' | 'backlog' | 'attribution'

export type ReportFilter = ReportPeriod & { groupBy?: Grouping; interval?: ReportInterval; breached?: boolean }

const report = <T>(name: ReportName, filter: ReportFilter) =>
  queryOptions({
    queryKey: ['reports', name, filter],
    staleTime: 60_000,
    // A changed filter leaves the figures standing until the new ones are there.
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<T>('GET', `/reports/${name}`, { query: { ...filter }, signal }),
  })

export const incidentReportQuery = (period: ReportPeriod, groupBy: Grouping) =>
  report<IncidentReport>('incidents', { ...period, groupBy })

export const serviceLevelReportQuery = (period: ReportPeriod, groupBy: Grouping) =>
  report<ServiceLevelReport>('service-levels', { ...period, groupBy })

export const backlogReportQuery = (period: ReportPeriod, interval: ReportInterval) =>
  report<BacklogReport>('backlog', { ...period, interval })

export const attributionReportQuery = (period: ReportPeriod, breached: boolean) =>
  report<AttributionReport>('attribution', { ...period, breached })

export const sheetTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export type Sheet = keyof typeof sheetTypes

/** The rows of a report as a file; the form is asked for by Accept, so that a plain link cannot. */
export async function downloadReport(name: ReportName, filter: ReportFilter, sheet: Sheet): Promise<void> {
  const response = await guardedFetch(
    new Request(location.origin + '/api/v1/reports/' + name + queryString({ ...filter }), {
      headers: { Accept: sheetTypes[sheet] },
    }),
  )
  if (!response.ok) throw await ApiError.of(response)
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = `${name} ${filter.from} ${filter.to}.${sheet}`
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** A figure's list as the queue's address takes it: what is typed and what is fixed, apart. */
export function listSearch(list: string): { q?: string; filter?: string } {
  const params = new URLSearchParams(list)
  const q = params.get('q') ?? undefined
  params.delete('q')
  const filter = params.toString()
  return { ...(q ? { q } : {}), ...(filter ? { filter } : {}) }
}
