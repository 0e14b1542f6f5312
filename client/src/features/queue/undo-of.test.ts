import { expect, it } from 'vitest'
import { undoOf } from './undo-of'

const row = (id: string, team: string | null, assignee: string | null, state = 'assigned') => ({
  id,
  team: team ? { id: team, name: team } : null,
  assignee: assignee ? { id: assignee, name: assignee } : null,
  state: state as 'assigned',
  priorityOverride: null as { priority: 'p1' | 'p2'; reason: string } | null,
})

it('gives each row back to whom it belonged, in as few calls as there were owners', () => {
  expect(undoOf('assign', [row('1', 'a', 'tom'), row('2', 'a', 'tom'), row('3', 'b', null)])).toEqual([
    { act: 'assign', body: { teamId: 'a', assigneeId: 'tom' }, ids: ['1', '2'] },
    { act: 'assign', body: { teamId: 'b', assigneeId: null }, ids: ['3'] },
  ])
})

it('offers nothing for what was in no team, or cannot be taken back', () => {
  expect(undoOf('assign', [row('1', null, null)])).toEqual([])
  expect(undoOf('resolve', [row('1', 'a', 'tom')])).toEqual([])
})

it('resumes what was held while in progress', () => {
  expect(undoOf('hold', [row('1', 'a', 'tom', 'inProgress'), row('2', 'a', 'tom')])[0]?.ids).toEqual(['1'])
})

it('gives each row the priority it had: the matrix its own, and what was set by hand with its reason', () => {
  const byHand = { priority: 'p2' as const, reason: 'The board meets' }
  expect(
    undoOf('override-priority', [
      row('1', 'a', 'tom'),
      { ...row('2', 'a', 'tom'), priorityOverride: byHand },
      row('3', null, null),
    ]),
  ).toEqual([
    { act: 'override-priority', body: { priority: null }, ids: ['1', '3'] },
    { act: 'override-priority', body: byHand, ids: ['2'] },
  ])
})
