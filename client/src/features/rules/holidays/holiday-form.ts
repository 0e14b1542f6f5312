import type { Schemas } from '~/api/types'
import { filled, type Checks } from '~/components/admin/checks'
import { readDays, specialDays, writeDays, type SpecialDay } from '../calendars/calendar-form'

export type HolidaySet = Schemas['HolidaySetResponse']

export interface HolidayForm {
  name: string
  days: SpecialDay[]
}

export const holidayChecks: Checks<HolidayForm> = { name: filled(60), days: specialDays }

export const valuesOfSet = (set: HolidaySet): HolidayForm => ({ name: set.name, days: readDays(set.days) })

export const bodyOfSet = ({ name, days }: Partial<HolidayForm>) => ({
  ...(name === undefined ? {} : { name: name.trim() }),
  ...(days && { days: writeDays(days) }),
})

/** The days of a year under the same dates of the next one; those that are there already stay as they are. */
export function repeated(days: readonly SpecialDay[], year: number): SpecialDay[] {
  const known = new Set(days.map((day) => day.date))
  return days
    .filter((day) => day.date.startsWith(`${year}-`))
    .map((day) => ({ ...day, date: `${year + 1}${day.date.slice(4)}` }))
    .filter((day) => !known.has(day.date) && !Number.isNaN(Date.parse(day.date)) && !day.date.endsWith('02-29'))
}
