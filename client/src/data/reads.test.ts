import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { markRead } from './reads'

// One document for all tests: what others have read stands there still.
beforeEach(() => localStorage.clear())
afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

it('tells the server once how far a ticket was read, and again when there is more', async () => {
  const told: string[] = []
  vi.stubGlobal('fetch', async (asked: Request) => {
    told.push(`${asked.method} ${new URL(asked.url).pathname}`)
    return new Response(null, { status: 204 })
  })

  markRead('a', '2026-03-01T10:00:00.123456Z')
  markRead('a', '2026-03-01T10:00:00.123456Z')
  markRead('a', '2026-03-01T09:00:00Z')
  markRead('a', '2026-03-01T11:00:00Z')

  await vi.waitFor(() => expect(told).toHaveLength(2), { timeout: 20_000 })
  expect(new Set(told)).toEqual(new Set(['PUT /api/v1/tickets/a/read']))
})

it('goes on without a connection', () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch')
  })
  expect(() => markRead('a', '2026-03-01T10:00:00Z')).not.toThrow()
})
