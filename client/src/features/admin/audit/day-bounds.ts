import { zoneOffset } from '~/lib/zone-offset'

/** The instant a calendar day begins at in a time zone. */
export function startOfDay(day: string, zone: string): string | undefined {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return undefined
  const midnight = Date.UTC(year, month - 1, date)
  // The first guess may lie on the other side of a change of clocks.
  const first = midnight - zoneOffset(midnight, zone)
  return new Date(midnight - zoneOffset(first, zone)).toISOString()
}

/** The instant the day after begins at: the end of a day that is named as the last one. */
export function endOfDay(day: string, zone: string): string | undefined {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return undefined
  return startOfDay(new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10), zone)
}
