import type { Schemas } from '~/api/types'
import type { BulkAnswer, TicketRow } from '~/data/tickets'

export interface OutcomeItem {
  id: string
  reference: string
  title: string
  ok: boolean
  problem: Schemas['Problem'] | null
}

/** What an act on many tickets did, or would do, to each. */
export interface Outcome {
  act: string
  items: OutcomeItem[]
}

/** The answers beside the tickets they are about, those that were refused first. */
export function outcomeOf(
  act: string,
  over: readonly Pick<TicketRow, 'id' | 'reference' | 'title'>[],
  { results }: Pick<BulkAnswer, 'results'>,
): Outcome {
  const items = over.map(({ id, reference, title }) => {
    const result = results.find((each) => each.id === id || each.id === reference)
    return { id, reference, title, ok: result?.ok ?? false, problem: result?.problem ?? null }
  })
  return { act, items: items.toSorted((a, b) => Number(a.ok) - Number(b.ok)) }
}
