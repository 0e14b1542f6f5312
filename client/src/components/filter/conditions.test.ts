import { expect, it } from 'vitest'
import { conditionsOf } from './conditions'

it('says what a figure of a report counts, one condition after the other', () => {
  const filter =
    'practice=incident&openedFrom=2026-01-01T00:00:00Z&openedTo=2026-02-01T00:00:00Z&teamId=a,none&priority=p1&priority=p2'
  expect(conditionsOf(filter)).toEqual([
    { kind: 'between', name: 'opened', from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' },
    { kind: 'named', name: 'teamId', values: ['a', 'none'] },
    { kind: 'words', name: 'priority', values: ['p1', 'p2'] },
  ])
})

it('says what a figure of the board counts', () => {
  expect(conditionsOf('practice=incident&open=true&sla=breached')).toEqual([
    { kind: 'flag', name: 'open' },
    { kind: 'flag', name: 'breached' },
  ])
  expect(conditionsOf('openedTo=2026-02-01T00:00:00Z')).toEqual([
    { kind: 'between', name: 'opened', from: undefined, to: '2026-02-01T00:00:00Z' },
  ])
})

it('leaves what nobody foresaw as it is written', () => {
  expect(conditionsOf('tag=vpn')).toEqual([{ kind: 'other', text: 'tag: vpn' }])
  expect(conditionsOf('practice=incident')).toEqual([])
})
