import { beforeEach, expect, it } from 'vitest'
import { lastSeen } from './last-seen'

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
