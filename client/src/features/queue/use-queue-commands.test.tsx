import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Session } from '~/api/types'
import { allCommands } from '~/components/commands/registry'
import { toasts } from '~/components/toast'
import { sessionQuery } from '~/data/session'
import type { TicketRow } from '~/data/tickets'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import type { Acts } from './use-acts'
import type { Queue } from './use-queue'
import { useQueueCommands } from './use-queue-commands'
import type { Selection } from './use-selection'

vi.mock('@tanstack/react-router', () => ({ useNavigate: () => vi.fn() }))

beforeAll(async () => {
  await startI18n('en')
  await needTexts('desk')
})
beforeEach(() => toasts.set([]))

const rows = ['a', 'b', 'c'].map((id) => ({ id, reference: id }) as TicketRow)

/** The row the cursor is on is the first. */
function press(keys: string, targets: readonly TicketRow[], permissions = ['incidents.overridePriority']) {
  const queryClient = new QueryClient()
  queryClient.setQueryData(sessionQuery.queryKey, { user: { id: 'me' }, permissions } as unknown as Session)
  const [ask, edit] = [vi.fn(), vi.fn()]
  const { unmount } = renderHook(
    () =>
      useQueueCommands({
        queue: { rows } as unknown as Queue,
        selection: { active: 0, chosen: new Set() } as unknown as Selection,
        acts: { targets, ask } as unknown as Acts,
        preview: false,
        setPreview: vi.fn(),
        compose: vi.fn(),
        edit,
      }),
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      ),
    },
  )
  allCommands()
    .find((command) => command.keys === keys)!
    .run()
  unmount()
  return { ask, edit }
}

it('s is for all that is ticked', () => {
  expect(press('s', rows.slice(1)).edit).toHaveBeenCalledWith(rows[0], 'state', rows.slice(1))
})

it('p is for all that is ticked: their priority is set by hand', () => {
  const { ask, edit } = press('p', rows.slice(1))
  expect(ask).toHaveBeenCalledWith('override-priority')
  expect(edit).not.toHaveBeenCalled()
})

it('p on several is refused with a word to whoever may not set a priority by hand', () => {
  const { ask, edit } = press('p', rows, [])
  expect(ask).not.toHaveBeenCalled()
  expect(edit).not.toHaveBeenCalled()
  expect(toasts.get()[0]?.message).toMatch(/one ticket at a time/)
})

it('a single ticked row is meant, also where the cursor is on another', () => {
  expect(press('s', [rows[2]!]).edit).toHaveBeenCalledWith(rows[2], 'state')
  expect(press('p', [rows[2]!]).edit).toHaveBeenCalledWith(rows[2], 'priority')
})
