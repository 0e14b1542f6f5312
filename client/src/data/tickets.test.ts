import { afterEach, expect, it, vi } from 'vitest'
import { serve } from '~/test/serve'
import { readWhole } from './tickets'

afterEach(() => void vi.unstubAllGlobals())

/** A list of so many tickets, in pages of what is asked for. */
const serveList = (size: number) =>
  serve(({ query }) => {
    const from = Number(query.get('cursor') ?? 0)
    const to = Math.min(size, from + Number(query.get('limit')))
    const items = Array.from({ length: to - from }, (_, at) => ({ id: `${from + at}` }))
    return { items, nextCursor: to < size ? `${to}` : null }
  })

const read = (told: number[] = []) =>
  readWhole(
    { view: 'my-work', q: 'vpn', sort: 'dueAt' },
    undefined,
    (count) => told.push(count),
    new AbortController().signal,
  )

it('the whole of a list is read page after page, in its order', async () => {
  const asked = serveList(450)
  const told: number[] = []
  const rows = await read(told)
  expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 450 }, (_, at) => `${at}`))
  expect(told).toEqual([200, 400, 450])
  expect(asked.map(({ path, query }) => `${path}?${query}`)).toEqual([
    '/views/my-work/tickets?q=vpn&sort=dueAt&limit=200',
    '/views/my-work/tickets?q=vpn&sort=dueAt&cursor=200&limit=200',
    '/views/my-work/tickets?q=vpn&sort=dueAt&cursor=400&limit=200',
  ])
})

it('no more than ten thousand are read', async () => {
  const asked = serveList(20_000)
  await expect(read()).resolves.toHaveLength(10_000)
  expect(asked).toHaveLength(50)
})
