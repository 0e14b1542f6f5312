import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { useArrangement } from './use-arrangement'

afterEach(() => vi.unstubAllGlobals())

/** Preferences as the server keeps them: a change of another version is refused. */
function serve() {
  let kept = { version: 1, notifications: {}, interface: { other: 'stays' } as Record<string, unknown> }
  const refused: string[] = []
  let reads = 0
  let afterRead: () => void = () => undefined
  const bodies = new WeakMap<Request, string>()
  vi.stubGlobal(
    'Request',
    class extends Request {
      constructor(url: string, init: RequestInit) {
        super(url, init)
        bodies.set(this, init.body as string)
      }
    },
  )
  vi.stubGlobal('fetch', async (asked: Request) => {
    const answer = () => new Response(JSON.stringify(kept), { headers: { 'Content-Type': 'application/json' } })
    const [sent, known] = [bodies.get(asked) ?? '', asked.headers.get('If-Match')]
    await Promise.resolve()
    if (asked.method === 'GET') {
      const read = answer()
      // The first reading is the page's own; another page writes after the second.
      reads += 1
      if (reads === 2) afterRead()
      return read
    }
    if (known !== `"${kept.version}"`) {
      refused.push(sent)
      return new Response(JSON.stringify({ code: 'edited_meanwhile', status: 412 }), { status: 412 })
    }
    kept = { ...kept, ...(JSON.parse(sent) as Partial<typeof kept>), version: kept.version + 1 }
    return answer()
  })
  return {
    kept: () => kept,
    refused,
    elsewhere: () => (kept = { ...kept, version: kept.version + 1 }),
    onRead: (what: () => void) => (afterRead = what),
  }
}

const show = () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return renderHook(() => useArrangement(), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    ),
  })
}

it('keeps two changes made at once, the other pages’ settings beside them, and is refused nothing', async () => {
  const server = serve()
  const { result } = show()

  act(() => {
    result.current[1]({ sorts: { all: '-openedAt' } })
    result.current[1]({ group: 'team' })
  })

  await waitFor(() =>
    expect(server.kept().interface.queue).toMatchObject({ sorts: { all: '-openedAt' }, group: 'team' }),
  )
  expect(server.kept().interface.other).toBe('stays')
  expect(server.refused).toEqual([])
})

it('takes what another page kept meanwhile as it is, and writes once more', async () => {
  const server = serve()
  const { result } = show()
  server.onRead(() => server.elsewhere())

  act(() => result.current[1]({ group: 'team' }))

  await waitFor(() => expect(server.kept().interface.queue).toMatchObject({ group: 'team' }))
  expect(server.refused).toHaveLength(1)
})
