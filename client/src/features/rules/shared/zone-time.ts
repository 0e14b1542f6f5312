/** How far local clocks of a zone are ahead of UTC at an instant. */
function offset(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const of = (type: string) => Number(parts.find((part) => part.type === type)!.value)
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return shown - Math.floor(instant / 1000) * 1000
}

/** The instant at which clocks of the zone show this ("2026-03-27T16:00"); the first of two, the later side of a gap. */
export function instantIn(local: string, zone: string): string | null {
  const wanted = Date.parse(`${local.length === 16 ? `${local}:00` : local}Z`)
  if (Number.isNaN(wanted)) return null
  const before = wanted - offset(wanted - 86_400_000, zone)
  const after = wanted - offset(wanted + 86_400_000, zone)
  const shows = (instant: number) => instant + offset(instant, zone) === wanted
  const earliest = Math.min(before, after)
  const found = [earliest, Math.max(before, after)].find(shows) ?? before
  return new Date(found).toISOString()
}

/** What clocks of the zone show at an instant, as a field of date and time takes it. */
export function localIn(instant: number, zone: string): string {
  return new Date(instant + offset(instant, zone)).toISOString().slice(0, 16)
}

/** Every zone the browser knows, for choosing one. */
export const zones = (): string[] => {
  const known = Intl.supportedValuesOf('timeZone')
  return known.includes('UTC') ? known : ['UTC', ...known]
}
