import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import type { Incident } from '~/api/types'
import { userQuery } from '~/data/people'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import { SideSummary } from './SideSummary'

beforeAll(async () => {
  await startI18n('en')
  await needTexts('desk', 'ticket')
})

afterEach(cleanup)

const incident = {
  requester: { id: 'alice', name: 'Alice Martin' },
  priority: 'p3',
  impact: 'medium',
  urgency: 'medium',
  priorityOverride: null,
}

function show(over: object = {}) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  queryClient.setQueryData(userQuery('alice').queryKey, { site: { name: 'Lyon' }, phone: '+33 4 00' } as never)
  render(
    <QueryClientProvider client={queryClient}>
      <SideSummary incident={{ ...incident, ...over } as unknown as Incident} />
    </QueryClientProvider>,
  )
}

it('says who it is about, where they are, and what the priority follows from', () => {
  show()
  expect(screen.getByText('Alice Martin').parentElement).toHaveTextContent('Alice Martin · Lyon · +33 4 00')
  expect(screen.getByText('P3 = Medium × Medium (impact × urgency)')).toBeInTheDocument()
})

it('does not explain by the matrix what was set by hand', () => {
  show({ priorityOverride: { priority: 'p1', reason: 'The board waits' }, priority: 'p1' })
  expect(screen.getByText('P1 set by hand')).toBeInTheDocument()
})
