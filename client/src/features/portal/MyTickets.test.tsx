import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense, type ReactNode } from 'react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import { MyTickets } from './MyTickets'

beforeAll(async () => {
  await startI18n('en')
  await needTexts('portal')
})
afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.unstubAllGlobals()
})

const row = (number: number) => ({
  id: `${number}`,
  reference: `INC-${number}`,
  title: `Ticket ${number}`,
  state: 'assigned',
  assignee: null,
  team: null,
  pending: null,
  unread: number === 1,
  lastMessage: {
    at: '2026-11-29T09:00:00Z',
    by: { id: 'tom', name: 'Tom Becker' },
    visibility: 'public',
    words: 'Hello',
  },
  serviceLevel: null,
  resolutionDueAt: null,
  requester: { id: 'me', name: 'Me' },
  updatedAt: '2026-11-29T09:00:00Z',
})

// Room for a machine that does other things as well.
vi.setConfig({ testTimeout: 60_000 })

/** Seven tickets of sixty on each page. */
function serve() {
  const asked: URL[] = []
  vi.stubGlobal('fetch', async (input: string | Request) => {
    const url = new URL(typeof input === 'string' ? input : input.url, 'http://desk')
    if (!url.pathname.endsWith('/tickets')) return new Response('null', { status: 401 })
    asked.push(url)
    const second = url.searchParams.get('cursor') === 'next'
    const items = Array.from({ length: 7 }, (_, index) => row(index + (second ? 8 : 1)))
    const page = { items, nextCursor: second ? null : 'next', total: second ? null : 60, totalCapped: false }
    return new Response(JSON.stringify(page), { status: 200, headers: { 'Content-Type': 'application/json' } })
  })
  return asked
}

function show(children: ReactNode) {
  const routeTree = createRootRoute({ component: () => <Suspense>{children}</Suspense> })
  const router = createRouter({ routeTree, history: createMemoryHistory() })
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  )
}

it('shows what comes after the first page', async () => {
  serve()
  show(<MyTickets which="open" />)

  expect(await screen.findByText('Ticket 7', {}, { timeout: 50_000 })).toBeVisible()
  expect(screen.queryByText('Ticket 8')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }))

  expect(await screen.findByText('Ticket 14', {}, { timeout: 50_000 })).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
})

it('says where somebody wrote that was not read yet', async () => {
  serve()
  show(<MyTickets which="open" />)

  await screen.findByText('Ticket 7', {}, { timeout: 50_000 })
  const news = screen.getByText('New message from Tom Becker')
  expect(news.closest('li')).toHaveTextContent('Ticket 1')
})

it('says how many there are, not how many it holds', async () => {
  serve()
  show(<MyTickets which="open" most={5} />)

  expect(await screen.findByRole('link', { name: 'All 60 open tickets' }, { timeout: 50_000 })).toBeVisible()
})

it('finds what somebody follows without what is their own', async () => {
  const asked = serve()
  show(<MyTickets which="followed" />)

  await screen.findByText('Ticket 7', {}, { timeout: 50_000 })
  expect(asked[0]!.searchParams.get('q')).toBe('watcher:me -requester:me')
})
