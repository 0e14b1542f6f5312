/** The instant a calendar day begins at in a time zone. */
export function startOfDay(day: string, zone: string): string | undefined {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return undefined
  const midnight = Date.UTC(year, month - 1, date)
  // The first guess may lie on the other side of a change of clocks.
  const first = midnight - offsetAt(midnight, zone)
  return new Date(midnight - offsetAt(first, zone)).toISOString()
}

/** The instant the day after begins at: the end of a day that is named as the last one. */
export function endOfDay(day: string, zone: string): string | undefined {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return undefined
  return startOfDay(new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10), zone)
}

/** How far the zone's wall clock is ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - instant
}
