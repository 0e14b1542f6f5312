import { expect, it } from 'vitest'
import type { Notification } from '~/data/notifications'
import { byTicket } from './by-ticket'

const told = (id: string, ticket: string, readAt: string | null = null) =>
  ({ id, readAt, ticket: { id: ticket, reference: ticket } }) as Notification

it('puts what is new on one ticket in one line, where the newest stands', () => {
  const lines = byTicket([told('5', 'a'), told('4', 'b'), told('3', 'a'), told('2', 'a', 'yesterday'), told('1', 'a')])
  expect(lines.map(({ newest, unread }) => [newest.id, unread])).toEqual([
    ['5', 3],
    ['4', 1],
    ['2', 0],
  ])
})
