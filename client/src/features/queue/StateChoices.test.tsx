import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { Incident } from '~/api/types'
import { incidentQuery } from '~/data/incidents'
import type { TicketRow } from '~/data/tickets'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import { StateChoices } from './StateChoices'
import type { Acts } from './use-acts'

beforeAll(async () => {
  await startI18n('en')
  await needTexts('desk')
})

afterEach(cleanup)

const row = { id: 'one', reference: 'INC-1' } as TicketRow

function show(allowedTransitions: string[]) {
  const acts = { ask: vi.fn(), run: vi.fn() }
  const close = vi.fn()
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  queryClient.setQueryData(incidentQuery('INC-1').queryKey, { allowedTransitions } as unknown as Incident)
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <StateChoices row={row} acts={acts as unknown as Acts} onClose={close} />
      </MantineProvider>
    </QueryClientProvider>,
  )
  return { acts, close }
}

it('offers where the server lets the ticket go, and nothing else', () => {
  show(['start', 'resolve', 'join'])
  expect(screen.getAllByRole('button').map((each) => each.textContent)).toEqual(['Start ', 'Resolve… E'])
})

it('does at once what asks for nothing, and opens the dialog of what does', () => {
  const { acts, close } = show(['start', 'hold'])
  fireEvent.click(screen.getByRole('button', { name: 'Start' }))
  expect(acts.run).toHaveBeenCalledWith('start', {}, [row])
  fireEvent.click(screen.getByRole('button', { name: /On hold/ }))
  expect(acts.ask).toHaveBeenCalledWith('hold', [row])
  expect(close).toHaveBeenCalledTimes(2)
})

it('says so where there is no way', () => {
  show([])
  expect(screen.getByText('Not possible in this state.')).toBeInTheDocument()
})
