import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import { serve } from '~/test/serve'
import { OutagesLikeThis } from './Outages'

beforeAll(async () => {
  await startI18n('en')
  await needTexts('portal')
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const major = (title: string, resolvedAt: string | null) => ({
  id: title,
  reference: title,
  title,
  status: 'We know.',
  nextUpdateAt: null,
  declaredAt: '2026-11-29T09:00:00Z',
  resolvedAt,
  joined: false,
})

function show(text: string) {
  const asked = serve(() => ({
    items: [major('Mail is down', null), major('Mail was down', '2026-11-29T10:00:00Z')],
    nextCursor: null,
  }))
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <OutagesLikeThis text={text} onJoined={() => undefined} />
      </QueryClientProvider>
    </MantineProvider>,
  )
  return asked
}

it('asks for the outages that what is typed may be about, by the words that tell, and offers those that go on', async () => {
  const asked = show('Hello, my mail is still not working today')
  expect(await screen.findByText('Mail is down')).toBeDefined()
  expect(screen.queryByText('Mail was down')).toBeNull()
  expect(asked.map(({ path, query }) => `${path} ${query.get('about')}`)).toEqual([
    '/major-incidents my mail is not working',
  ])
})

it('offers and asks nothing before anything is typed', async () => {
  const asked = show('')
  await waitFor(() => expect(screen.getByRole('status')).toBeDefined())
  expect(screen.queryByRole('listitem')).toBeNull()
  expect(asked).toEqual([])
})
