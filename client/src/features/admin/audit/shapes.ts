/** Of words people wrote the trail keeps how many characters they had, and nothing else. */
export function lengthOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return undefined
  const { characters } = value as { characters?: unknown }
  return typeof characters === 'number' ? characters : undefined
}

/** A length of time as the server writes it: 7.00:00:00 is a week. */
export function secondsOf(value: string): number | undefined {
  const found = /^(?:(\d+)\.)?(\d\d):(\d\d):(\d\d)$/.exec(value)
  if (!found) return undefined
  const [days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0))
  return ((days! * 24 + hours!) * 60 + minutes!) * 60 + seconds!
}

/** Opening hours of a day: 08:00–18:00. */
export function spanOf(value: unknown): string | undefined {
  const { from, to } = (value ?? {}) as { from?: unknown; to?: unknown }
  return typeof from === 'string' && typeof to === 'string' ? `${from}–${to}` : undefined
}

/** What a record calls itself. */
export function nameOf(value: unknown): string | undefined {
  const { name } = (value ?? {}) as { name?: unknown }
  return typeof name === 'string' && name !== '' ? name : undefined
}
