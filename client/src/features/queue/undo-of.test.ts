import { expect, it, vi } from 'vitest'
import { runUndo, undoOf } from './undo-of'

const row = (id: string, team: string | null, assignee: string | null, state = 'assigned') => ({
  id,
  team: team ? { id: team, name: team } : null,
  assignee: assignee ? { id: assignee, name: assignee } : null,
  state: state as 'assigned',
  priorityOverride: null as { priority: 'p1' | 'p2'; reason: string } | null,
  pending: null as { reason: 'scheduled'; until: string; since: string } | null,
})
const until = '2999-01-01T08:00:00Z'
const waiting = (id: string, to = until) => ({
  ...row(id, 'a', 'tom', 'pending'),
  pending: { reason: 'scheduled' as const, until: to, since: '2026-11-20T08:00:00Z' },
})

it('gives each row back to whom it belonged, in as few calls as there were owners', () => {
  expect(undoOf('assign', [row('1', 'a', 'tom'), row('2', 'a', 'tom'), row('3', 'b', null)])).toEqual({
    steps: [
      { act: 'assign', body: { teamId: 'a', assigneeId: 'tom' }, ids: ['1', '2'] },
      { act: 'assign', body: { teamId: 'b', assigneeId: null }, ids: ['3'] },
    ],
    never: [],
    state: [],
  })
})

it('puts what waited on hold again as it was, and starts what was worked on', () => {
  const { steps, state } = undoOf('assign', [waiting('1'), row('2', 'a', 'tom', 'inProgress')])
  expect(steps.slice(1)).toEqual([
    { act: 'hold', body: { reason: 'scheduled', until }, ids: ['1'], after: true },
    { act: 'start', body: {}, ids: ['2'], after: true },
  ])
  expect(state).toEqual([])
})

it('names the rows whose state stays: new ones, what was nobody’s work, a wait that is over', () => {
  const before = [
    row('1', 'a', null, 'new'),
    row('2', 'a', null, 'inProgress'),
    waiting('3', '2026-01-01T08:00:00Z'),
    waiting('4'),
  ]
  expect(undoOf('assign', before).state).toEqual(['1', '2', '3'])
})

it('offers nothing for what was in no team, or cannot be taken back, and says which those are', () => {
  expect(undoOf('assign', [row('1', null, null)])).toEqual({ steps: [], never: ['1'], state: [] })
  expect(undoOf('resolve', [row('1', 'a', 'tom')])).toEqual({ steps: [], never: ['1'], state: [] })
})

it('resumes what was held while in progress, and drops the others not in silence', () => {
  const { steps, never } = undoOf('hold', [row('1', 'a', 'tom', 'inProgress'), row('2', 'a', 'tom')])
  expect(steps[0]?.ids).toEqual(['1'])
  expect(never).toEqual(['2'])
})

it('gives each row the priority it had: the matrix its own, and what was set by hand with its reason', () => {
  const byHand = { priority: 'p2' as const, reason: 'The board meets' }
  expect(
    undoOf('override-priority', [
      row('1', 'a', 'tom'),
      { ...row('2', 'a', 'tom'), priorityOverride: byHand },
      row('3', null, null),
    ]),
  ).toEqual({
    steps: [
      { act: 'override-priority', body: { priority: null }, ids: ['1', '3'] },
      { act: 'override-priority', body: byHand, ids: ['2'] },
    ],
    never: [],
    state: [],
  })
})

it('holds nothing again that could not be given back', async () => {
  const send = vi.fn(async (steps: readonly { act: string; ids: readonly string[] }[]) => ({
    results: steps.flatMap(({ ids }) => ids.map((id) => ({ id, ok: id !== '1' }))),
  }))
  const { results } = await runUndo(undoOf('assign', [waiting('1'), waiting('2')]), send)
  expect(send.mock.calls.map(([steps]) => steps.map(({ act, ids }) => [act, ids]))).toEqual([
    [['assign', ['1', '2']]],
    [['hold', ['2']]],
  ])
  expect(results).toEqual([
    { id: '1', ok: false },
    { id: '2', ok: true },
  ])
})
