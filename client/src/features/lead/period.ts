import type { ReportPeriod } from '~/data/reports'
import { oneOf, spanNames, spans } from './choices'
import type { ReportSearch } from './report-search'

const day = 86_400_000
const at = (date: string) => Date.parse(`${date}T00:00:00Z`)

export const addDays = (date: string, days: number): string =>
  new Date(at(date) + days * day).toISOString().slice(0, 10)

export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / day)

/** The date it is in a zone. */
export function today(zone: string, now = new Date()): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const part = Object.fromEntries(parts.formatToParts(now).map(({ type, value }) => [type, value]))
  return `${part.year}-${part.month}-${part.day}`
}

export interface Period {
  /** First and last day, both in it. */
  first: string
  last: string
  days: number
  /** It was named by dates. */
  named: boolean
  /** The first was named as the last: they are taken in their order. */
  turned: boolean
  /** As the reports take it. */
  asked: ReportPeriod
  /** As many days before it. */
  before: ReportPeriod
}

/** A date that the calendar has; a wrong one in an address is as none. */
const dated = (text: string | undefined) =>
  text && /^\d{4}-\d\d-\d\d$/.test(text) && text > '2000' && !Number.isNaN(at(text)) ? text : undefined

export function periodOf(search: Pick<ReportSearch, 'last' | 'from' | 'to'>, zone: string, now = new Date()): Period {
  const [from, to] = [dated(search.from), dated(search.to)]
  const end = to ?? today(zone, now)
  const begin = from ?? addDays(end, 1 - spans[oneOf(spanNames, search.last) ?? '30d'])
  const [first, last] = begin <= end ? [begin, end] : [end, begin]
  const days = daysBetween(first, last) + 1
  return {
    first,
    last,
    days,
    turned: begin > end,
    named: from !== undefined || to !== undefined,
    asked: { from: first, to: addDays(last, 1), zone },
    before: { from: addDays(first, -days), to: first, zone },
  }
}
