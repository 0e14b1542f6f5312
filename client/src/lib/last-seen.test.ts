import { beforeEach, expect, it } from 'vitest'
import { isUnread, lastRead, lastSeen } from './last-seen'

beforeEach(() => localStorage.clear())

it('remembers the newest entry that was seen, and does not go back', () => {
  expect(lastSeen.get('a')).toBeUndefined()
  lastSeen.set('a', 7)
  lastSeen.set('a', 5)
  expect(lastSeen.get('a')).toBe(7)
})

it('forgets the tickets that were seen longest ago', () => {
  for (let index = 0; index <= 500; index++) lastSeen.set(`ticket ${index}`, 1)
  expect(lastSeen.get('ticket 0')).toBeUndefined()
  expect(lastSeen.get('ticket 500')).toBe(1)
})

it('marks what the server calls unread until it is read here', () => {
  const ticket = { id: 'a', unread: true, lastMessage: { at: '2026-03-01T10:00:00.123456Z' } }
  expect(isUnread(ticket)).toBe(true)
  expect(isUnread({ ...ticket, unread: false })).toBe(false)
  expect(isUnread({ ...ticket, lastMessage: null })).toBe(false)
  lastRead.set('a', Date.parse(ticket.lastMessage.at))
  expect(isUnread(ticket)).toBe(false)
  expect(isUnread({ ...ticket, lastMessage: { at: '2026-03-01T10:00:01Z' } })).toBe(true)
})
