import { expect, it } from 'vitest'
import type { AttributionReport, AttributionRow } from '~/data/reports'
import { attributionLines } from './attribution-lines'

const row = (holder: string, key: string | null, seconds: number): AttributionRow => ({
  holder,
  key,
  label: `${holder} ${key}`,
  seconds,
  hours: seconds / 3600,
  share: seconds / 36_000,
  tickets: 2,
  list: { tickets: `q=held:${holder}` },
})

const rows = [
  row('waiting', 'awaitingParts', 18_000),
  row('person', 'ann', 7200),
  row('team', 'network', 3600),
  row('nobody', null, 7200),
]

const report = {
  rows,
  teams: [{ ...row('whole', 'network', 10_800), label: 'Network', rows: [rows[1]!, rows[2]!] }],
} as unknown as AttributionReport

it('shows a team with its queue and its people below it, and what was nobody’s beside it', () => {
  const lines = attributionLines(report, undefined)
  expect(lines.map((line) => [line.kind, line.hours])).toEqual([
    ['waiting', 5],
    ['whole', 3],
    ['nobody', 2],
  ])
  expect(lines[1]!.parts).toEqual({ team: 1, person: 2 })
  expect(lines[1]!.below.map((line) => line.kind)).toEqual(['person', 'team'])
})

it('adds up to the whole, whichever way it is told', () => {
  const sum = (seconds: readonly { seconds: number }[]) => seconds.reduce((all, each) => all + each.seconds, 0)
  expect(sum(attributionLines(report, undefined))).toBe(sum(rows))
})

it('shows one kind of holder alone when that is asked for', () => {
  expect(attributionLines(report, 'person').map((line) => line.label)).toEqual(['person ann'])
})
