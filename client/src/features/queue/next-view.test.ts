import { expect, it } from 'vitest'
import { nextView } from './next-view'

const views = ['mine', 'team', 'late', 'all-new'].map((id) => ({ id }))
const counts = (found: Record<string, number>) =>
  Object.entries(found).map(([id, count]) => ({ id, count, more: false }))
const next = (found: Record<string, number>, current: string) => nextView(views, counts(found), current)?.view.id

it('an empty view leads on to the next one in which something waits', () => {
  expect(next({ mine: 1, late: 3 }, 'team')).toBe('late')
  expect(next({ mine: 1, late: 0 }, 'team')).toBe('mine')
  expect(next({ team: 2 }, 'all')).toBe('team')
})

it('leads nowhere when nothing waits anywhere else', () => {
  expect(next({ team: 2 }, 'team')).toBeUndefined()
  expect(next({}, 'mine')).toBeUndefined()
})
