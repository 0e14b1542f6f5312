import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Incident, Session } from '~/api/types'
import { switchCharacterKeys, useKeys } from '~/components/commands/keys'
import KeySheet from '~/components/commands/KeySheet'
import { sessionQuery } from '~/data/session'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import { serve } from '~/test/serve'
import { Composer } from './Composer'
import type { DraftKind } from './use-draft'

beforeAll(async () => {
  await startI18n('en')
  await needTexts('desk')
  Object.assign(HTMLDialogElement.prototype, { showModal: () => {}, close: () => {} })
})

beforeEach(() => {
  localStorage.clear()
  switchCharacterKeys(true)
})

afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.unstubAllGlobals()
})

function show(state: Incident['state'] = 'assigned', sheet = false) {
  const incident = {
    id: 'one',
    reference: 'INC-1',
    state,
    conversationVersion: 3,
    updatedAt: '2026-11-29T08:00:00Z',
    requester: { id: 'alice', name: 'Alice Martin' },
    allowedTransitions: [],
  } as unknown as Incident
  serve(({ path }) =>
    path.includes('/drafts/') ? new Response(null, { status: 204 }) : { items: [], nextCursor: null },
  )
  const queryClient = new QueryClient()
  queryClient.setQueryData(sessionQuery.queryKey, { user: { id: 'tom' }, permissions: [] } as unknown as Session)
  function Page() {
    const [kind, setKind] = useState<DraftKind>('reply')
    useKeys()
    return (
      <Composer incident={incident} kind={kind} onKind={setKind} focus={0} onActivity={() => {}} onNext={() => {}} />
    )
  }
  const all = (withSheet: boolean) => (
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <Page />
        {withSheet && <KeySheet onClose={() => {}} />}
      </MantineProvider>
    </QueryClientProvider>
  )
  const { rerender } = render(all(false))
  if (sheet) rerender(all(true))
}

it('“i” makes of an answer an internal note and back, and the words go with it', async () => {
  show()
  fireEvent.change(screen.getByRole('textbox', { name: 'Answer to Alice Martin' }), { target: { value: 'The pump.' } })
  fireEvent.keyDown(document.body, { key: 'i' })

  const note = await screen.findByRole('textbox', { name: 'Internal note, read by colleagues only' })
  await waitFor(() => expect(note).toHaveValue('The pump.'))
  expect(note).toHaveFocus()
  fireEvent.click(screen.getByRole('button', { name: /^Reply/ }))
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Answer to Alice Martin' })).toHaveValue(''))
  fireEvent.click(screen.getByRole('button', { name: /^Internal note/ }))
  await waitFor(() => expect(screen.getByRole('textbox', { name: /^Internal note/ })).toHaveValue('The pump.'))

  fireEvent.keyDown(document.body, { key: 'i' })
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Answer to Alice Martin' })).toHaveValue('The pump.'))
})

it('the sheet of keys names what the field one writes in understands', () => {
  show('assigned', true)
  const names = screen.getAllByRole('term', { hidden: true }).map((each) => each.textContent)
  expect(names).toEqual([
    'Switch between reply and internal note',
    'Send',
    'Send, then the next ticket',
    'Canned reply while writing',
    'A person’s name while writing',
    'Do something to the ticket while writing',
  ])
})

it('a ticket that takes no more messages offers none of it', () => {
  show('closed', true)
  expect(screen.queryAllByRole('term', { hidden: true })).toEqual([])
})
