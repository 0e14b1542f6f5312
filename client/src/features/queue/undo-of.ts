import type { TicketRow } from '~/data/tickets'

export interface UndoStep {
  act: string
  body: Record<string, unknown>
  ids: string[]
}

/** The commands that bring rows back to what they were; nothing where there is no way back. */
export function undoOf(
  act: string,
  before: readonly Pick<TicketRow, 'id' | 'team' | 'assignee' | 'state'>[],
): UndoStep[] {
  if (act === 'hold')
    return before.some((row) => row.state === 'inProgress')
      ? [{ act: 'resume', body: {}, ids: before.filter((row) => row.state === 'inProgress').map((row) => row.id) }]
      : []
  if (act !== 'assign') return []
  const steps = new Map<string, UndoStep>()
  for (const row of before) {
    if (!row.team) continue
    const key = `${row.team.id} ${row.assignee?.id ?? ''}`
    const step = steps.get(key) ?? {
      act,
      body: { teamId: row.team.id, assigneeId: row.assignee?.id ?? null },
      ids: [],
    }
    step.ids.push(row.id)
    steps.set(key, step)
  }
  return [...steps.values()]
}
