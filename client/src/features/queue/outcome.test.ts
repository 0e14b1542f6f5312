import { describe, expect, it } from 'vitest'
import type { BulkAnswer } from '~/data/tickets'
import { outcomeOf } from '~/components/acts/outcome'
import { takeSteps } from './take-steps'

describe('what became of each ticket', () => {
  const over = [
    { id: 'a', reference: 'INC-1', title: 'A' },
    { id: 'b', reference: 'INC-2', title: 'B' },
    { id: 'c', reference: 'INC-3', title: 'C' },
  ]

  it('names those that were refused first, and one the server did not answer for is not done', () => {
    const problem = { code: 'incident.transition_not_allowed', status: 409 }
    const results = [
      { id: 'a', ok: true, problem: null },
      { id: 'INC-2', ok: false, problem },
    ] as BulkAnswer['results']
    const { items } = outcomeOf('hold', over, { results })
    expect(items.map((item) => [item.reference, item.ok])).toEqual([
      ['INC-2', false],
      ['INC-3', false],
      ['INC-1', true],
    ])
    expect(items[0]!.problem).toBe(problem)
  })
})

describe('taking tickets oneself', () => {
  it('leaves each in its team where one is a member, and brings the others to the own one', () => {
    const team = (id: string) => ({ team: { id, name: id } })
    const [network, desk, none] = [team('network'), team('desk'), { team: null }]
    expect(takeSteps([network, desk, none], new Set(['network', 'own']), 'own')).toEqual([
      { teamId: 'network', rows: [network] },
      { teamId: 'own', rows: [desk, none] },
    ])
  })

  it('leaves alone what no team of one’s own could take', () => {
    expect(takeSteps([{ team: null }], new Set<string>(), null)).toEqual([])
  })
})
