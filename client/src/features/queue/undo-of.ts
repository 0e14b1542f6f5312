import type { TicketRow } from '~/data/tickets'
import type { BulkStep } from './bulk-run'

export interface UndoStep extends BulkStep {
  ids: string[]
  /** Done to a ticket only when what comes before went well with it. */
  after?: true
}

export interface Undo {
  steps: UndoStep[]
  /** Tickets that nothing brings back; they stay as they are now. */
  never: string[]
  /** Tickets that come back but for their state. */
  state: string[]
}

type Before = Pick<TicketRow, 'id' | 'team' | 'assignee' | 'state' | 'priorityOverride' | 'pending'>
type Rows = readonly Before[]

/** Rows that take the same way back go it together. */
function together(
  act: string,
  before: Rows,
  bodyOf: (row: Before) => Record<string, unknown>,
  after?: true,
): UndoStep[] {
  const steps = new Map<string, UndoStep>()
  for (const row of before) {
    const body = bodyOf(row)
    const key = JSON.stringify(body)
    const step = steps.get(key) ?? { act, body, ids: [], ...(after && { after }) }
    step.ids.push(row.id)
    steps.set(key, step)
  }
  return [...steps.values()]
}

const idsOf = (rows: Rows) => rows.map((row) => row.id)

/** A wait that is over by now cannot be begun again. */
const waitsOn = ({ state, pending }: Before) =>
  state === 'pending' && pending && !(pending.until && Date.parse(pending.until) <= Date.now())

/**
 * Giving a ticket to somebody makes it assigned, whatever it was: what waited is put on hold again, what was worked on is started again.
 * Nothing makes a ticket new again, starting what is nobody's would make it the caller's, and no team cannot be given.
 */
function undoAssign(before: Rows): Undo {
  const owned = before.filter((row) => row.team)
  const waited = owned.filter(waitsOn)
  const worked = owned.filter((row) => row.state === 'inProgress' && row.assignee)
  const back = new Set([...waited, ...worked])
  return {
    steps: [
      ...together('assign', owned, (row) => ({ teamId: row.team!.id, assigneeId: row.assignee?.id ?? null })),
      ...together('hold', waited, ({ pending }) => ({ reason: pending!.reason, until: pending!.until }), true),
      ...together('start', worked, () => ({}), true),
    ],
    never: idsOf(before.filter((row) => !row.team)),
    state: idsOf(owned.filter((row) => row.state !== 'assigned' && !back.has(row))),
  }
}

/** The commands that bring rows back to what they were, and the rows where they do not. */
export function undoOf(act: string, before: Rows): Undo {
  if (act === 'assign') return undoAssign(before)
  const steps =
    act === 'hold'
      ? together(
          'resume',
          before.filter((row) => row.state === 'inProgress'),
          () => ({}),
        )
      : act === 'override-priority'
        ? together(act, before, ({ priorityOverride: by }) =>
            by ? { priority: by.priority, reason: by.reason } : { priority: null },
          )
        : []
  const back = new Set(steps.flatMap((step) => step.ids))
  return { steps, never: idsOf(before).filter((id) => !back.has(id)), state: [] }
}

type Done<R> = { results: R[]; failure?: unknown }

/** Goes the way back; a ticket whose first step was refused takes no second one. The answer has each ticket once. */
export async function runUndo<R extends { id: string; ok: boolean }>(
  { steps }: Pick<Undo, 'steps'>,
  send: (steps: readonly BulkStep[]) => Promise<Done<R>>,
): Promise<Done<R>> {
  const first = await send(steps.filter((step) => !step.after))
  const fine = new Set(first.results.filter((result) => result.ok).map((result) => result.id))
  const next = steps
    .filter((step) => step.after)
    .map((step) => ({ ...step, ids: step.ids.filter((id) => fine.has(id)) }))
    .filter((step) => step.ids.length > 0)
  if (next.length === 0) return first
  const second = await send(next)
  const told = new Map([...first.results, ...second.results].map((result) => [result.id, result]))
  return { results: [...told.values()], failure: first.failure ?? second.failure }
}
