import type { TicketRow } from '~/data/tickets'

/** To take tickets oneself: each in its own team where one is a member, else in the fallback; one step a team. */
export function takeSteps<T extends Pick<TicketRow, 'team'>>(
  rows: readonly T[],
  mine: ReadonlySet<string>,
  fallback: string | null | undefined,
): { teamId: string; rows: T[] }[] {
  const byTeam = new Map<string, T[]>()
  for (const row of rows) {
    const team = row.team && mine.has(row.team.id) ? row.team.id : fallback
    if (team) byTeam.set(team, [...(byTeam.get(team) ?? []), row])
  }
  return [...byTeam].map(([teamId, some]) => ({ teamId, rows: some }))
}
