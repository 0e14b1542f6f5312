import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { createRef, useState } from 'react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import { serve } from '~/test/serve'
import { SnippetField } from './SnippetField'

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

function show(known: unknown[] = replies) {
  const keys = vi.fn()
  const asked = serve(({ path, body }) =>
    path === '/replies'
      ? { items: known, nextCursor: null }
      : { body: `Dear Alice (${path}, ${String(body?.ticketId)})` },
  )
  function Field() {
    const [value, setValue] = useState('')
    return (
      <SnippetField
        ref={createRef()}
        ticketId="one"
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
    <QueryClientProvider client={new QueryClient()}>
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
  return { field, keys, write }
}

it('two colons bring the canned replies, and Enter puts one in place of what was typed', async () => {
  const { field, keys, write } = show()
  await write('Hello ::vpn')
  expect((await screen.findAllByRole('option')).map((each) => each.textContent)).toEqual([
    'VPN: start againPlease…',
    'VPN: new clientA new client…',
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
