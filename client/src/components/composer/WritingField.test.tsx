import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { createRef, useState } from 'react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { Session } from '~/api/types'
import { useCommands, type Command } from '~/components/commands/registry'
import { sessionQuery } from '~/data/session'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import { serve } from '~/test/serve'
import { WritingField } from './WritingField'

beforeAll(async () => {
  await startI18n('en')
  await needTexts('desk')
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const replies = [
  { id: 'a', name: 'VPN: start again', body: 'Please…' },
  { id: 'b', name: 'VPN: new client', body: 'A new client…' },
  { id: 'c', name: 'Password', body: 'Your password…' },
]

const resolve = vi.fn()
const commands: Command[] = [
  { id: 'ticket.resolve', label: 'Resolve…', section: 'page', about: 'INC-1', keys: 'e', run: resolve },
  { id: 'ticket.reopen', label: 'Reopen…', section: 'page', about: 'INC-1', run: resolve, disabled: 'Not now' },
  { id: 'queue.resume', label: 'Go on with the ticked rows', section: 'page', run: resolve },
]

function show(known: unknown[] = replies) {
  const keys = vi.fn()
  const send = vi.fn()
  const asked = serve(({ path, body }) =>
    path === '/replies'
      ? { items: known, nextCursor: null }
      : path === '/users'
        ? {
            items: [{ id: 'tina', name: 'Tina Moreau', userName: 'tina', email: 'tina@example.com' }],
            nextCursor: null,
          }
        : { body: `Dear Alice (${path}, ${String(body?.ticketId)})` },
  )
  const queryClient = new QueryClient()
  queryClient.setQueryData(sessionQuery.queryKey, {
    user: { id: 'tom' },
    permissions: ['users.read'],
  } as unknown as Session)
  function Field() {
    const [value, setValue] = useState('')
    useCommands(commands)
    return (
      <WritingField
        ref={createRef()}
        ticket={{ id: 'one', reference: 'INC-1' }}
        acts={[{ id: 'write.next', name: 'Send, then the next ticket', act: send }]}
        label="Answer"
        value={value}
        readOnly={false}
        onChange={setValue}
        onBlur={() => {}}
        onKeyDown={keys}
      />
    )
  }
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <Field />
      </MantineProvider>
    </QueryClientProvider>,
  )
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Answer' })
  const write = async (text: string) => {
    await waitFor(() => expect(asked.length).toBeGreaterThan(0))
    fireEvent.change(field, { target: { value: text } })
  }
  return { field, keys, write, send }
}

it('two colons bring the canned replies, and Enter puts one in place of what was typed', async () => {
  const { field, keys, write } = show()
  await write('Hello ::vpn')
  expect((await screen.findAllByRole('option')).map((each) => each.textContent)).toEqual([
    'VPN: start again Please… ',
    'VPN: new client A new client… ',
  ])
  fireEvent.keyDown(field, { key: 'ArrowDown' })
  expect(field).toHaveAttribute('aria-activedescendant', screen.getAllByRole('option')[1]!.id)
  fireEvent.keyDown(field, { key: 'Enter' })
  await waitFor(() => expect(field).toHaveValue('Hello Dear Alice (/replies/b/render, one)'))
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(keys, 'the keys were the list’s').not.toHaveBeenCalled()
})

it('Escape leaves the list and what was typed, and the keys are the field’s again', async () => {
  const { field, keys, write } = show()
  await write('::pass')
  await screen.findByRole('option')
  fireEvent.keyDown(field, { key: 'Escape' })
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(field).toHaveValue('::pass')
  fireEvent.keyDown(field, { key: 'Escape' })
  expect(keys).toHaveBeenCalledOnce()
})

it('says that there are none where nobody wrote any', async () => {
  const { write } = show([])
  await write('::')
  expect(await screen.findByRole('status')).toHaveTextContent('There are no canned replies yet.')
})

it('two at signs bring people, and the one chosen is named in the text', async () => {
  const { field, write } = show()
  await write('Please ask @@tin')
  expect(await screen.findByRole('listbox', { name: 'People' })).toBeVisible()
  expect(await screen.findByRole('option', { name: 'Tina Moreau tina@example.com' })).toBeVisible()
  fireEvent.keyDown(field, { key: 'Enter' })
  await waitFor(() => expect(field).toHaveValue('Please ask Tina Moreau'))
})

it('two slashes and a word do something to this very ticket, and leave the rest of the text', async () => {
  const { field, write } = show()
  await write('Done. //re')
  expect((await screen.findAllByRole('option')).map((each) => each.textContent)).toEqual(['Resolve…  E'])
  fireEvent.keyDown(field, { key: 'Enter' })
  await waitFor(() => expect(resolve).toHaveBeenCalledOnce())
  expect(field).toHaveValue('Done. ')
})

it('two slashes send what was written and what comes next', async () => {
  const { field, write, send } = show()
  await write('Done. //next')
  await screen.findByRole('option')
  fireEvent.keyDown(field, { key: 'Enter' })
  await waitFor(() => expect(send).toHaveBeenCalledExactlyOnceWith('Done. '))
})

it('two slashes alone show what there is, and a new line does none of it', async () => {
  const { field, keys, write } = show()
  await write('//')
  expect((await screen.findAllByRole('option')).map((each) => each.getAttribute('aria-selected'))).toEqual([
    'false',
    'false',
  ])
  expect(field).not.toHaveAttribute('aria-activedescendant')
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(keys).toHaveBeenCalledOnce()
  expect(field).toHaveValue('//')
})
