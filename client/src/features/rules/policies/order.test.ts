import { describe, expect, it } from 'vitest'
import { moveOrders } from './order'

const policies = (...orders: number[]) => orders.map((order, at) => ({ id: 'abcdef'[at]!, order }))

/** The ids as they are tried after the change; the older goes first among equals. */
function after(before: ReturnType<typeof policies>, changed: ReturnType<typeof moveOrders>) {
  const now = before.map((each) => changed.find(({ id }) => id === each.id) ?? each)
  return now
    .sort((a, b) => a.order - b.order || a.id.localeCompare(b.id))
    .map(({ id }) => id)
    .join('')
}

describe('the place of a policy', () => {
  it('takes one number where there is room', () => {
    const before = policies(1000, 1010, 1020)
    expect(moveOrders(before, 2, -1)).toEqual([{ id: 'c', order: 1005 }])
    expect(moveOrders(before, 0, 1)).toEqual([{ id: 'a', order: 1015 }])
    expect(moveOrders(before, 1, -1)).toEqual([{ id: 'b', order: 990 }])
    expect(moveOrders(before, 1, 1)).toEqual([{ id: 'b', order: 1030 }])
  })

  it.each([
    [[1, 2, 3], 2, -1, 'acb'],
    [[5, 5, 5], 2, -1, 'acb'],
    [[5, 5, 5], 0, 1, 'bac'],
    [[1, 2, 3, 4], 1, 1, 'acbd'],
  ] as const)('changes places even where %j leave no room', (orders, from, step, wanted) => {
    const before = policies(...orders)
    expect(after(before, moveOrders(before, from, step))).toBe(wanted)
  })

  it('leaves the first and the last where they are', () => {
    expect(moveOrders(policies(1, 2), 0, -1)).toEqual([])
    expect(moveOrders(policies(1, 2), 1, 1)).toEqual([])
  })
})
