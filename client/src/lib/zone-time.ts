import { zoneOffset } from './zone-offset'

/** The instant at which clocks of the zone show this ("2026-03-27T16:00"); the first of two, the later side of a gap. */
export function instantIn(local: string, zone: string): string | null {
  const wanted = Date.parse(`${local.length === 16 ? `${local}:00` : local}Z`)
  if (Number.isNaN(wanted)) return null
  const before = wanted - zoneOffset(wanted - 86_400_000, zone)
  const after = wanted - zoneOffset(wanted + 86_400_000, zone)
  const shows = (instant: number) => instant + zoneOffset(instant, zone) === wanted
  const earliest = Math.min(before, after)
  const found = [earliest, Math.max(before, after)].find(shows) ?? before
  return new Date(found).toISOString()
}

/** What clocks of the zone show at an instant, as a field of date and time takes it. */
export function localIn(instant: number, zone: string): string {
  return new Date(instant + zoneOffset(instant, zone)).toISOString().slice(0, 16)
}

/** Every zone the browser knows, for choosing one. */
export const zones = (): string[] => {
  const known = Intl.supportedValuesOf('timeZone')
  return known.includes('UTC') ? known : ['UTC', ...known]
}
