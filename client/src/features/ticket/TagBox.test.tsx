import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createRef, useState } from 'react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import { serve } from '~/test/serve'
import { TagBox } from './TagBox'

beforeAll(async () => {
  await startI18n('en')
  await needTexts('desk')
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(except: string[] = []) {
  const asked = serve(() => ({
    items: ['vpn', 'vpn-client', 'vpn-home'].map((tag) => ({ tag, tickets: 3 })),
    nextCursor: null,
  }))
  const added = vi.fn()
  function Box() {
    const [value, setValue] = useState('')
    return <TagBox ref={createRef()} except={except} value={value} error={false} onChange={setValue} onAdd={added} />
  }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test">
        <Box />
      </MantineProvider>
    </QueryClientProvider>,
  )
  return { asked, added, box: screen.getByRole('combobox', { name: 'Add a tag' }) }
}
const type = (box: HTMLElement, value: string) => fireEvent.change(box, { target: { value } })

it('offers the tags in use that the ticket has not yet', async () => {
  const { asked, box } = show(['vpn'])
  type(box, 'VP')
  expect((await screen.findAllByRole('option')).map((each) => each.textContent)).toEqual(['vpn-client', 'vpn-home'])
  expect(asked.map(({ path, query }) => `${path}?${query}`)).toEqual(['/tickets/tags?q=vp&limit=10'])
})

it('adds what was written unless the arrows chose one', async () => {
  const { added, box } = show()
  type(box, 'vp')
  await screen.findAllByRole('option')
  fireEvent.keyDown(box, { key: 'Enter' })
  expect(added).toHaveBeenLastCalledWith('vp')
  type(box, 'vpn')
  await screen.findAllByRole('option')
  fireEvent.keyDown(box, { key: 'ArrowDown' })
  fireEvent.keyDown(box, { key: 'ArrowDown' })
  expect(box).toHaveAttribute('aria-activedescendant', screen.getByRole('option', { name: 'vpn-client' }).id)
  fireEvent.keyDown(box, { key: 'Enter' })
  expect(added).toHaveBeenLastCalledWith('vpn-client')
})

it('closes the list by Escape first, then empties the box', async () => {
  const { box } = show()
  type(box, 'vp')
  await screen.findAllByRole('option')
  fireEvent.keyDown(box, { key: 'Escape' })
  expect(screen.queryAllByRole('option')).toEqual([])
  expect(box).toHaveValue('vp')
  fireEvent.keyDown(box, { key: 'Escape' })
  expect(box).toHaveValue('')
})
