import type { QueryClient } from '@tanstack/react-query'
import { isProblem } from '~/api/errors'
import { request } from '~/api/raw'
import type { Incident } from '~/api/types'
import { incidentQuery } from '~/data/incidents'
import { mergeChange, type Clash } from '~/lib/merge'
import { changedBy, type Change } from './changed-by'
import { bodyOf, fieldsOf, type Fields } from './fields'

export interface Conflict {
  clashes: Clash<Fields>[]
  current: Incident
  by: string | undefined
}

export interface Edit {
  change: Partial<Fields>
  /** The ticket as it was when the person began to write. */
  from: Incident
}

type Own = Map<string, { value: unknown; version: number }>

const remembered = 50
/** What was written from here last, field by field, and in which version: that is nobody else's change. */
const written = new Map<string, Own>()

function ownOf(id: string): Own {
  const own: Own = written.get(id) ?? new Map()
  written.delete(id)
  written.set(id, own)
  if (written.size > remembered) written.delete(written.keys().next().value!)
  return own
}

/** The ticket at the beginning of an edit, with what the same person saved since. */
function baseOf(from: Incident, own: Own): Fields {
  const fields = new Map<string, unknown>(Object.entries(fieldsOf(from)))
  for (const [field, { value, version }] of own) if (version > from.version) fields.set(field, value)
  return Object.fromEntries(fields) as unknown as Fields
}

/** The newest the page knows of the ticket. */
function newest(queryClient: QueryClient, from: Incident): Incident {
  const known = queryClient.getQueryData(incidentQuery(from.reference).queryKey)
  return known && known.version > from.version ? known : from
}

/**
 * Saves fields of a ticket upon the newest version the page knows. What others changed meanwhile stays; where it is the same field, the
 * person is asked.
 */
export function saveFields(
  queryClient: QueryClient,
  { change, from }: Edit,
  onConflict: (conflict: Conflict) => void,
): Promise<Incident> {
  const own = ownOf(from.id)
  const send = async (current: Incident, changes?: readonly Change[]): Promise<Incident> => {
    const { apply, clashes } = mergeChange(change, baseOf(from, own), fieldsOf(current))
    // Who it was only the server knows: it refuses what is based on the version of the beginning, and tells.
    const asks = clashes.length > 0 && changes === undefined
    if (clashes.length > 0 && !asks) onConflict({ clashes, current, by: changedBy(clashes, changes ?? []) })
    if (!asks && Object.keys(apply).length === 0) return current
    const version = asks ? from.version : current.version
    try {
      const now = await request<Incident>('PATCH', `/incidents/${from.id}`, {
        body: bodyOf(asks ? change : apply),
        headers: { 'If-Match': `"${version}"` },
      })
      const values = new Map<string, unknown>(Object.entries(fieldsOf(now)))
      for (const field of Object.keys(apply)) own.set(field, { value: values.get(field), version: now.version })
      return now
    } catch (error) {
      if (!isProblem(error, 'edited_meanwhile')) throw error
      const { current: theirs, changes: made = [] } = error.body as unknown as { current: Incident; changes?: Change[] }
      // Only what is newer can be the reason; anything else would go round for ever.
      if (theirs.version <= version) throw error
      return send(theirs, [...(changes ?? []), ...made])
    }
  }
  return send(newest(queryClient, from))
}
