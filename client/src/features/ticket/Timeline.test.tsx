import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { Incident, Session } from '~/api/types'
import { sessionQuery } from '~/data/session'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import { serve } from '~/test/serve'
import { Timeline } from './Timeline'

beforeAll(async () => {
  await startI18n('en')
  await needTexts('desk', 'ticket')
})

afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.unstubAllGlobals()
})

const said = (sequence: number, body: string) => ({
  sequence,
  type: 'commented',
  at: '2026-11-29T08:00:00Z',
  by: { id: 'alice', name: 'Alice Martin' },
  details: {},
  names: {},
  comment: {
    id: `c${sequence}`,
    body,
    author: { id: 'alice', name: 'Alice Martin' },
    createdAt: '2026-11-29T08:00:00Z',
    visibility: 'public',
    editedAt: null,
    redactedAt: null,
    editable: false,
  },
})

it('what is earlier than the newest page is read when it is asked for, and stands before it', async () => {
  const asked = serve(({ path, query }) => {
    if (!path.endsWith('/timeline')) return { items: [], nextCursor: null }
    if (query.get('cursor') === 'before') return { items: [said(2, 'Second'), said(1, 'First')], nextCursor: null }
    return { items: [said(4, 'Fourth'), said(3, 'Third')], nextCursor: 'before' }
  })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  queryClient.setQueryData(sessionQuery.queryKey, {
    user: { id: 'tom' },
    teams: [],
    permissions: [],
  } as unknown as Session)
  const incident = {
    id: 'one',
    reference: 'INC-1',
    state: 'assigned',
    description: '',
    requester: { id: 'alice', name: 'Alice Martin' },
    allowedTransitions: [],
  } as unknown as Incident
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <Timeline incident={incident} kind="public" onKind={() => {}} onDescribe={() => Promise.resolve()} />
      </MantineProvider>
    </QueryClientProvider>,
  )
  const texts = () => screen.queryAllByText(/^(First|Second|Third|Fourth)$/).map((each) => each.textContent)

  fireEvent.click(await screen.findByRole('button', { name: 'Earlier' }))
  await screen.findByText('First')
  expect(texts()).toEqual(['First', 'Second', 'Third', 'Fourth'])
  expect(screen.queryByRole('button', { name: 'Earlier' })).toBeNull()
  expect(asked.filter(({ path }) => path.endsWith('/timeline')).map(({ query }) => query.get('cursor'))).toEqual([
    null,
    'before',
  ])
})
