import type { Clash } from '~/lib/merge'
import { customKey, type Fields } from './fields'

/** As a refusal tells what happened since the version a change was based on. */
export interface Change {
  by?: { name?: string }
  details?: { fields?: readonly string[]; keys?: readonly string[] }
}

/** As the events of a ticket call a field. */
const eventName = (field: string) => (customKey(field) === undefined ? field.replace(/Id$/, '') : 'customFields')

function touches({ details }: Change, field: string): boolean {
  if (!details?.fields?.includes(eventName(field))) return false
  const key = customKey(field)
  // Which of the custom fields it was is not told by every server.
  return key === undefined || details.keys === undefined || details.keys.includes(key)
}

/** Who changed last what clashes; whoever did something else to the ticket later has no part in it. */
export const changedBy = (clashes: readonly Clash<Fields>[], changes: readonly Change[]): string | undefined =>
  changes.findLast((change) => clashes.some(({ field }) => touches(change, field)))?.by?.name
