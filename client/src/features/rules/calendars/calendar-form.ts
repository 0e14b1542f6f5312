import type { Schemas } from '~/api/types'
import { filled, zone, type Checks } from '~/components/admin/checks'
import { readHours, readWeek, unite, weekdays, writeHours, type Hours, type Week } from './week'

export type Calendar = Schemas['CalendarResponse']

/** A date whose hours are not those of its weekday; without hours it is closed. */
export interface SpecialDay {
  date: string
  label: string
  hours: Hours[]
}

export interface CalendarForm extends Week {
  name: string
  timeZone: string
  holidaySetIds: string[]
  exceptions: SpecialDay[]
}

/** Each date once, and each with a name. */
export function specialDays(days: readonly SpecialDay[]): string | undefined {
  if (days.some(({ label }) => label === '')) return 'rules:days.unnamed'
  return new Set(days.map(({ date }) => date)).size < days.length ? 'rules:days.twice' : undefined
}

export const calendarChecks: Checks<CalendarForm> = {
  name: filled(120),
  timeZone: (name) => filled()(name) ?? zone(name),
  exceptions: specialDays,
}

type ApiDay = Schemas['ExceptionBody']

export const readDays = (days: readonly ApiDay[]): SpecialDay[] =>
  days.map(({ date, label, windows }) => ({ date, label, hours: readHours(windows) }))

export const writeDays = (days: readonly SpecialDay[]): ApiDay[] =>
  [...days]
    .sort((a, b) => a.date.localeCompare(b.date))
    .map(({ date, label, hours }) => ({ date, label: label.trim(), windows: writeHours(unite(hours)) }))

export const valuesOfCalendar = (calendar: Calendar): CalendarForm => ({
  name: calendar.name,
  timeZone: calendar.timeZone,
  holidaySetIds: calendar.holidaySetIds,
  exceptions: readDays(calendar.exceptions),
  ...readWeek(calendar.weekly),
})

/** What the API takes of the fields that are given; of the week only the days that changed. */
export function bodyOfCalendar(values: Partial<CalendarForm>) {
  const { name, timeZone, holidaySetIds, exceptions } = values
  const days = weekdays.filter((day) => values[day])
  return {
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(holidaySetIds && { holidaySetIds }),
    ...(exceptions && { exceptions: writeDays(exceptions) }),
    ...(days.length > 0 && {
      weekly: Object.fromEntries(days.map((day) => [day, writeHours(unite(values[day]!))])),
    }),
  }
}
