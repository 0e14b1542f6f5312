import type { TicketRow } from '~/data/tickets'

export interface UndoStep {
  act: string
  body: Record<string, unknown>
  ids: string[]
}

type Before = Pick<TicketRow, 'id' | 'team' | 'assignee' | 'state' | 'priorityOverride'>

/** Rows that take the same way back go it together. */
function together(
  act: string,
  before: readonly Before[],
  bodyOf: (row: Before) => Record<string, unknown>,
): UndoStep[] {
  const steps = new Map<string, UndoStep>()
  for (const row of before) {
    const body = bodyOf(row)
    const key = JSON.stringify(body)
    const step = steps.get(key) ?? { act, body, ids: [] }
    step.ids.push(row.id)
    steps.set(key, step)
  }
  return [...steps.values()]
}

/** The commands that bring rows back to what they were; nothing where there is no way back. */
export function undoOf(act: string, before: readonly Before[]): UndoStep[] {
  if (act === 'hold')
    return together(
      'resume',
      before.filter((row) => row.state === 'inProgress'),
      () => ({}),
    )
  if (act === 'assign')
    return together(
      act,
      before.filter((row) => row.team),
      (row) => ({ teamId: row.team!.id, assigneeId: row.assignee?.id ?? null }),
    )
  if (act === 'override-priority')
    return together(act, before, ({ priorityOverride: by }) =>
      by ? { priority: by.priority, reason: by.reason } : { priority: null },
    )
  return []
}
