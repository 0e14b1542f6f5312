import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { speak, startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import { serve } from '~/test/serve'
import { useFilterWords } from './use-filter-words'

const tina = '0199a1b2-0000-7000-8000-00000000000a'
const network = '0199a1b2-0000-7000-8000-00000000000b'

beforeEach(async () => {
  await startI18n('en')
  await needTexts('filter')
})

afterEach(async () => {
  await speak('en')
  vi.unstubAllGlobals()
})

function words(filter: string, interpretedAs?: string) {
  serve(({ path }) => {
    if (path === '/session') return { permissions: ['users.read'], user: { id: tina, name: 'Tina Moreau' } }
    if (path === `/users/${tina}`) return { id: tina, name: 'Tina Moreau' }
    return { items: [{ id: network, name: 'Network' }], nextCursor: null }
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  client.setQueryData(['session'], { permissions: ['users.read'], user: { id: tina, name: 'Tina Moreau' } })
  return renderHook(() => useFilterWords(filter, interpretedAs), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    ),
  })
}

it('tells the words of a figure as the server understood them, with names for ids', () => {
  const { result } = words(`practice=incident&q=held:withTeam:${network}`, 'held:withTeam:"Network"')
  expect(result.current).toEqual(['Search: held:withTeam:"Network"'])
})

it('shows no id while the server has not said yet', () => {
  const { result } = words(`q=held:withTeam:${network}`)
  expect(result.current).toEqual(['Search: …'])
})

it('names the people and the teams of a filter', async () => {
  const { result } = words(`assigneeId=${tina}&teamId=${network}&requesterId=me`)
  await waitFor(() => expect(result.current).toEqual(['worked on by Tina Moreau', 'Network', 'for me']))
})

it('tells the same in French', async () => {
  await speak('fr')
  const { result } = words(`assigneeId=${tina},none&q=held:withTeam:${network}`, 'held:withTeam:"Réseau"')
  await waitFor(() =>
    expect(result.current).toEqual(['suivis par Tina Moreau et personne', 'Recherche\u00a0: held:withTeam:"Réseau"']),
  )
})
