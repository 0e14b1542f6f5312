import { afterEach, expect, test, vi } from 'vitest'
import { guardedFetch } from './client'

afterEach(() => vi.unstubAllGlobals())

const keyOf = async (path: string, headers: Record<string, string> = {}) => {
  let key: string | null = null
  vi.stubGlobal('fetch', async (request: Request) => {
    key = request.headers.get('Idempotency-Key')
    return new Response('{}')
  })
  await guardedFetch(new Request(`http://desk.test/api/v1/${path}`, { method: 'POST', body: '{}', headers }))
  return key
}

test('a write carries a key, its own or a new one', async () => {
  expect(await keyOf('incidents')).toMatch(/.{16,}/)
  expect(await keyOf('incidents', { 'Idempotency-Key': 'mine' })).toBe('mine')
})

test('what answers with a secret gets no key, as it refuses one', async () => {
  for (const path of [
    'tokens',
    'service-accounts/7/tokens',
    'users/7/reset-link',
    'me/password',
    'me/two-factor',
    'me/two-factor/confirm',
  ])
    expect(await keyOf(path, { 'Idempotency-Key': 'mine' })).toBeNull()
})
