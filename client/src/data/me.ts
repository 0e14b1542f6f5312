import { queryOptions } from '@tanstack/react-query'
import { request } from '~/api/raw'
import type { Page, Schemas } from '~/api/types'

export type Me = Schemas['UserResponse']
export type OwnDetails = Partial<{
  phone: string | null
  language: string
  timeZone: string
  defaultTeamId: string | null
}>

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => request<Me>('GET', '/me'),
})

/** Changes what a person sets for themselves; with a version only when nobody has changed it since. */
export const updateMe = (details: OwnDetails, version?: number) =>
  request<Me>('PATCH', '/me', {
    body: details,
    headers: version === undefined ? {} : { 'If-Match': `"${version}"` },
  })

export const changePassword = (currentPassword: string, newPassword: string) =>
  request<void>('POST', '/me/password', { body: { currentPassword, newPassword } })

export type OwnSession = Schemas['SessionRow']

export const sessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: () => request<Page<OwnSession>>('GET', '/me/sessions'),
})

export const endSession = (id: string) => request<void>('DELETE', `/me/sessions/${id}`)
export const endOtherSessions = () => request<void>('DELETE', '/me/sessions')

export const twoFactorQuery = queryOptions({
  queryKey: ['me', 'two-factor'],
  queryFn: () => request<Schemas['TwoFactorState']>('GET', '/me/two-factor'),
})

export const beginTwoFactor = () => request<Schemas['TwoFactorSecret']>('POST', '/me/two-factor', { body: {} })

export const confirmTwoFactor = (code: string) =>
  request<Schemas['RecoveryCodes']>('POST', '/me/two-factor/confirm', { body: { code } })

export const renewRecoveryCodes = (password: string) =>
  request<Schemas['RecoveryCodes']>('POST', '/me/two-factor/recovery-codes', { body: { password } })

export const disableTwoFactor = (password: string) =>
  request<void>('POST', '/me/two-factor/disable', { body: { password } })

export type OwnToken = Schemas['TokenResponse']
export type NewToken = Schemas['CreatedToken']

export const tokensQuery = queryOptions({
  queryKey: ['me', 'tokens'],
  queryFn: () => request<Page<OwnToken>>('GET', '/tokens'),
})

export const createToken = (body: { name: string; scopes?: string[]; expiresAt: string }) =>
  request<NewToken>('POST', '/tokens', { body })

export const revokeToken = (id: string) => request<void>('DELETE', `/tokens/${id}`)
