import { expect, it } from 'vitest'
import type { Notification } from '~/data/notifications'
import { newsOn } from './use-read-shown'

const told = (id: string, reference: string, readAt: string | null = null) =>
  ({ id, readAt, at: `2026-11-29T09:00:0${id}Z`, ticket: { id: `id of ${reference}`, reference } }) as Notification

const latest = [told('4', 'INC-2'), told('3', 'INC-1'), told('2', 'INC-1'), told('1', 'INC-3', 'yesterday')]

it('finds what is new on a ticket up to the newest of it, by its number or its id', () => {
  expect(newsOn('INC-1', latest, 3)).toEqual({ until: '2026-11-29T09:00:03Z' })
  expect(newsOn('id of INC-1', latest, 3)).toEqual({ until: '2026-11-29T09:00:03Z' })
})

it('finds nothing on a ticket of which all was read', () => {
  expect(newsOn('INC-3', latest, 3)).toBeUndefined()
})

it('asks for all of a ticket where more is unread than is known here', () => {
  expect(newsOn('INC-3', latest, 99)).toEqual({})
})
