/** A field that both sides changed to different values. */
export interface Clash<T> {
  field: keyof T
  mine: unknown
  theirs: unknown
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * What to do with a change that lost a race: fields that others left alone still apply; where they changed the same field to
 * another value, the person decides.
 */
export function mergeChange<T extends object>(
  change: Partial<T>,
  base: T,
  current: T,
): { apply: Partial<T>; clashes: Clash<T>[] } {
  const apply: Partial<T> = {}
  const clashes: Clash<T>[] = []
  for (const field of Object.keys(change) as (keyof T)[]) {
    if (same(change[field], current[field])) continue
    if (same(base[field], current[field])) apply[field] = change[field]
    else clashes.push({ field, mine: change[field], theirs: current[field] })
  }
  return { apply, clashes }
}
