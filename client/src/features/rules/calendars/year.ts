import type { SpecialDay } from './calendar-form'
import { weekdays, type Hours, type Week } from './week'

/** A special day with where it comes from: the calendar itself or a holiday set. */
export interface SourcedDay extends SpecialDay {
  source: string | null
}

export interface YearDay {
  date: string
  /** Open as its weekday is, closed as its weekday is, or as a special day says. */
  kind: 'open' | 'rest' | 'closed' | 'other'
  special?: SourcedDay
  /** What its weekday would have had. */
  usual: readonly Hours[]
}

const iso = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)

/** One list of a calendar's days: its own win, then the sets in their order. */
export function mergeDays(own: readonly SpecialDay[], sets: readonly { name: string; days: readonly SpecialDay[] }[]) {
  const byDate = new Map<string, SourcedDay>()
  for (const day of own) byDate.set(day.date, { ...day, source: null })
  for (const { name, days } of sets)
    for (const day of days) if (!byDate.has(day.date)) byDate.set(day.date, { ...day, source: name })
  return byDate
}

export const weekdayOf = (date: string): (typeof weekdays)[number] => weekdays[(new Date(date).getUTCDay() + 6) % 7]!

/** Every day of a year by month, with what the calendar says of it. */
export function yearOf(year: number, week: Week, special: ReadonlyMap<string, SourcedDay>): YearDay[][] {
  return Array.from({ length: 12 }, (_, month) => {
    const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
    return Array.from({ length }, (_, index): YearDay => {
      const date = iso(year, month, index + 1)
      const usual = week[weekdayOf(date)]
      const own = special.get(date)
      if (!own) return { date, kind: usual.length > 0 ? 'open' : 'rest', usual }
      return { date, kind: own.hours.length > 0 ? 'other' : usual.length > 0 ? 'closed' : 'rest', special: own, usual }
    })
  })
}
