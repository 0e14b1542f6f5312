import { ApiError } from '~/api/errors'
import { bulk, bulkAtMost, type BulkAnswer, type TicketRow } from '~/data/tickets'
import { randomId } from '~/lib/ids'

type Body = Record<string, unknown>
type Results = BulkAnswer['results']

/** The same to some tickets; what is done to many may take several of them. */
export interface BulkStep {
  act: string
  body: Body
  ids: readonly string[]
}

interface Chunk extends BulkStep {
  /** The same key does each ticket once, also when the answer was lost on the way. */
  key: string
}

export const stepOf = (act: string, body: Body, rows: readonly Pick<TicketRow, 'id'>[]): BulkStep => ({
  act,
  body,
  ids: rows.map((row) => row.id),
})

/** In pieces of what the server takes at once. */
export function chunksOf(steps: readonly BulkStep[]): Chunk[] {
  return steps.flatMap(({ act, body, ids }) =>
    Array.from({ length: Math.ceil(ids.length / bulkAtMost) }, (_, at) => ({
      act,
      body,
      ids: ids.slice(at * bulkAtMost, (at + 1) * bulkAtMost),
      key: randomId(),
    })),
  )
}

async function send({ ids, act, body, key }: Chunk, dryRun: boolean): Promise<Results> {
  const once = async () => (await bulk(ids, act, body, dryRun, dryRun ? undefined : key)).results
  try {
    return await once()
  } catch (error) {
    // The line broke: with the key nothing is done twice.
    if (error instanceof ApiError && error.status === 0) return once()
    throw error
  }
}

/**
 * One piece after the other; `onDone` is told how many tickets had their turn, and says whether to go on. A failure of the first piece is
 * the caller's; one of a later piece ends the run with what was done until then.
 */
export async function runChunks(
  chunks: readonly Chunk[],
  onDone: (count: number) => boolean,
  dryRun = false,
): Promise<{ results: Results; failure?: unknown }> {
  const results: Results = []
  for (const chunk of chunks) {
    try {
      results.push(...(await send(chunk, dryRun)))
    } catch (failure) {
      if (results.length === 0) throw failure
      return { results, failure }
    }
    if (!onDone(results.length)) break
  }
  return { results }
}
