import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import { serve } from '~/test/serve'
import { allUsersQuery, sitesQuery } from './people'

afterEach(() => vi.unstubAllGlobals())

it('offers everything there is to choose, however many pages it takes', async () => {
  const all = Array.from({ length: 206 }, (_, index) => ({ id: String(index), name: `Site ${index}` }))
  const asked = serve(({ query }) => {
    const from = Number(query.get('cursor') ?? 0)
    const to = from + Number(query.get('limit'))
    return { items: all.slice(from, to), nextCursor: to < all.length ? String(to) : null }
  })
  const client = new QueryClient()
  expect((await client.fetchQuery(sitesQuery)).items).toEqual(all)
  expect((await client.fetchQuery(allUsersQuery({ team: 'network' }))).items).toHaveLength(206)
  expect(asked.map(({ query }) => query.get('cursor'))).toEqual([null, '200', null, '200'])
})
