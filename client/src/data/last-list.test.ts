import { expect, it } from 'vitest'
import { lastList } from './last-list'

const list = { view: 'all', name: 'All', search: { q: 'vpn' }, refs: ['INC-1', 'INC-2', 'INC-3'] }

it('leads back to the ticket that was looked at last, and to where the list was scrolled', () => {
  lastList.set(list)
  lastList.scrolled(640)
  lastList.visit('INC-2')
  lastList.visit('INC-3')
  expect(lastList.returning({ view: 'all', search: { q: 'vpn' } })).toEqual({ ref: 'INC-3', index: 2, scroll: 640 })
  expect(lastList.returning({ view: 'all', search: {} }), 'another list').toBeUndefined()
  lastList.returned(640)
  expect(lastList.returning(list), 'it is gone back to once').toBeUndefined()
})

it('has no way back to the row of a ticket that was opened from elsewhere', () => {
  lastList.set(list)
  lastList.visit('INC-9')
  expect(lastList.returning(list)).toBeUndefined()
})
