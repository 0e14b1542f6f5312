import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import type { LiveEvent } from '~/api/events'
import { afterHearing, onTicketAfterHearing, presencesQuery, type TicketPresence } from './presence'

afterEach(() => vi.unstubAllGlobals())

const at = '2026-03-02T09:00:00Z'
const of = (ticketId: string, user: string, activity: TicketPresence['activity']): TicketPresence => ({
  ticketId,
  user: { id: user, name: user },
  activity,
  seenAt: at,
})
const heard = (id: string, user: string, activity: TicketPresence['activity'] | null): LiveEvent => ({
  type: 'presence.changed',
  entity: 'incident',
  id,
  actor: { id: user, name: user },
  at,
  presence: { activity, until: at },
})

it('knows who came, what they do now, and who left', () => {
  const looks = afterHearing([of('2', 'tina', 'viewing')], heard('1', 'tom', 'viewing'))
  expect(looks).toEqual([of('1', 'tom', 'viewing'), of('2', 'tina', 'viewing')])
  const writes = afterHearing(looks, heard('1', 'tom', 'replying'))
  expect(writes).toEqual([of('1', 'tom', 'replying'), of('2', 'tina', 'viewing')])
  expect(afterHearing(writes, heard('1', 'tom', null))).toEqual([of('2', 'tina', 'viewing')])
})

it('knows on the page of a ticket at once who writes there and who stopped', () => {
  const tina = { user: { id: 'tina', name: 'tina' }, activity: 'viewing' as const, seenAt: at }
  const writes = onTicketAfterHearing([tina], heard('1', 'tom', 'replying'))
  expect(writes.map((each) => [each.user.id, each.activity])).toEqual([
    ['tom', 'replying'],
    ['tina', 'viewing'],
  ])
  expect(onTicketAfterHearing(writes, heard('1', 'tom', null))).toEqual([tina])
})

it('keeps of the page that the server answers those who are on it', async () => {
  const page = { items: [of('1', 'tom', 'viewing')], nextCursor: null }
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(page)))

  expect(await new QueryClient().fetchQuery(presencesQuery)).toEqual(page.items)
})
