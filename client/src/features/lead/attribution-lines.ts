import type { AttributionReport, AttributionRow } from '~/data/reports'

/** A line of the table, and a bar of the chart. */
export interface AttributionLine {
  key: string
  /** A kind of holder; "whole" is a team with its queue and its people. */
  kind: string
  /** The word of a reason to wait, which has its own text in each language. */
  reason?: string
  label: string
  hours: number
  share: number
  tickets: number
  list: string
  /** Hours by kind of holder, for the bar. */
  parts: Record<string, number>
  seconds: number
  below: AttributionLine[]
}

/** Teams with their people below them, then reasons to wait and nobody, most first. With a holder asked for: those holders alone. */
export function attributionLines(report: AttributionReport, holder: string | undefined): AttributionLine[] {
  if (holder) return report.rows.filter((row) => row.holder === holder).map(lineOf)
  const teams = report.teams.map((team): AttributionLine => ({
    key: `whole ${team.key}`,
    kind: 'whole',
    label: team.label,
    hours: team.hours,
    share: team.share,
    tickets: team.tickets,
    list: team.list.tickets ?? '',
    parts: {
      team: hoursOf(team.rows.filter((row) => row.holder === 'team')),
      person: hoursOf(team.rows.filter((row) => row.holder === 'person')),
    },
    seconds: team.seconds,
    below: team.rows.map((row) => ({ ...lineOf(row), key: `${team.key} ${row.holder} ${row.key}` })),
  }))
  const others = report.rows.filter((row) => row.holder === 'waiting' || row.holder === 'nobody').map(lineOf)
  return [...teams, ...others].sort((a, b) => b.seconds - a.seconds)
}

const hoursOf = (rows: AttributionRow[]) => Math.round(rows.reduce((sum, row) => sum + row.seconds, 0) / 36) / 100

const lineOf = (row: AttributionRow): AttributionLine => ({
  key: `${row.holder} ${row.key}`,
  kind: row.holder,
  ...(row.holder === 'waiting' && row.key ? { reason: row.key } : {}),
  label: row.label,
  hours: row.hours,
  share: row.share,
  tickets: row.tickets,
  list: row.list.tickets ?? '',
  parts: { [row.holder]: row.hours },
  seconds: row.seconds,
  below: [],
})
