import type { TFunction } from 'i18next'
import { expect, it } from 'vitest'
import type { Notification } from '~/data/notifications'
import { makeFormat } from '~/i18n/format'
import { notificationText } from './notification-text'

const t = ((key: string, values?: Record<string, unknown>) =>
  [key, ...Object.values(values ?? {})].join(' | ')) as unknown as TFunction
const told = (data: Notification['data']) =>
  notificationText(
    { kind: 'stateChanged', actor: { name: 'Alice Martin' }, data, at: '2026-11-29T09:00:00Z' } as Notification,
    t,
    makeFormat('en', 'UTC'),
  )

it('does not say of who answers that they work on it', () => {
  expect(told({ state: 'inProgress', transition: 'resume', byRequester: true })).toBe(
    'notifications:answered | Alice Martin',
  )
  expect(told({ state: 'inProgress', transition: 'resume', byRequester: false })).toBe(
    'notifications:resumed | Alice Martin',
  )
  // As it was kept before it was known who acted.
  expect(told({ state: 'inProgress', transition: 'resume' })).toBe('notifications:resumed | Alice Martin')
})

it('says of who opens it again that they did, whatever it becomes', () => {
  expect(told({ state: 'inProgress', transition: 'reopen' })).toBe('notifications:reopened | Alice Martin')
  expect(told({ state: 'resolved', transition: 'resolve' })).toBe('notifications:state.resolved | Alice Martin')
})
