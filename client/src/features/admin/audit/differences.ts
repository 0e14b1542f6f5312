export interface Difference {
  member: string
  before: unknown
  after: unknown
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}

/** The members of both sides in the order they were told, each with both values; what is the same on both is left out. */
export function differences(before: unknown, after: unknown): Difference[] {
  const [old, now] = [record(before), record(after)]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((member) => ({ member, before: old[member] ?? null, after: now[member] ?? null }))
    .filter((line) => JSON.stringify(line.before) !== JSON.stringify(line.after))
}
