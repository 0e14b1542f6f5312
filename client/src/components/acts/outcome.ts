import type { Schemas } from '~/api/types'
import type { BulkAnswer, TicketRow } from '~/data/tickets'

export interface OutcomeItem {
  id: string
  reference: string
  title: string
  ok: boolean
  problem: Schemas['Problem'] | null
  /** It had no turn: the run was stopped before. */
  left?: boolean
}

/** What an act on many tickets did, or would do, to each. */
export interface Outcome {
  act: string
  items: OutcomeItem[]
  /** Takes back what was done. */
  undo?: () => void
  /** What stays then. */
  note?: string
}

/** The answers beside the tickets they are about, those that were refused or had no turn first. */
export function outcomeOf(
  act: string,
  over: readonly Pick<TicketRow, 'id' | 'reference' | 'title'>[],
  { results }: Pick<BulkAnswer, 'results'>,
): Outcome {
  const told = new Map(results.map((each) => [each.id, each]))
  const items = over.map(({ id, reference, title }) => {
    const result = told.get(id) ?? told.get(reference)
    return {
      id,
      reference,
      title,
      ok: result?.ok ?? false,
      problem: result?.problem ?? null,
      ...(result ? {} : { left: true }),
    }
  })
  return { act, items: items.toSorted((a, b) => Number(a.ok) - Number(b.ok)) }
}
