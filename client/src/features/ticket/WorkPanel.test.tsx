import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Incident, Session } from '~/api/types'
import { dismissToast, toasts, undoLast } from '~/components/toast'
import { sessionQuery } from '~/data/session'
import { startI18n } from '~/i18n'
import { timeZone } from '~/i18n/format'
import { needTexts } from '~/i18n/need'
import { serve, type Asked } from '~/test/serve'
import WorkPanel from './WorkPanel'

beforeAll(async () => {
  await startI18n('en')
  await needTexts('desk', 'work', 'date')
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
    close(this: HTMLDialogElement) {
      this.open = false
    },
  })
})

const mine = {
  id: 'a',
  user: { id: 'tom', name: 'Tom Becker' },
  minutes: 30,
  text: 'Looked',
  at: '2026-11-29T08:00:41.000Z',
  billable: true,
}
const hers = { ...mine, id: 'b', user: { id: 'tina', name: 'Tina Moreau' }, text: 'Helped' }

let asked: Asked[] = []

beforeEach(() => {
  asked = serve(() => ({ items: [mine, hers], totalMinutes: 60, nextCursor: null }))
})

const written = () =>
  asked.filter(({ method }) => method !== 'GET').map(({ method, path, body }) => [`${method} ${path}`, body])

afterEach(() => {
  cleanup()
  for (const { id } of toasts.get()) dismissToast(id)
  vi.unstubAllGlobals()
})

async function show() {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  queryClient.setQueryData(sessionQuery.queryKey, { user: { id: 'tom' }, teams: [] } as unknown as Session)
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <WorkPanel incident={{ id: 'one', reference: 'INC-1' } as Incident} />
      </MantineProvider>
    </QueryClientProvider>,
  )
  fireEvent.click(await screen.findByRole('button', { name: 'More for “Looked”' }))
}

it('only one’s own time is offered to be corrected', async () => {
  await show()
  expect(screen.queryByRole('button', { name: 'More for “Helped”' })).toBeNull()
})

it('time that is taken away comes back as exact as it was', async () => {
  await show()
  fireEvent.click(screen.getByRole('menuitem', { name: 'Remove' }))
  await waitFor(() => expect(toasts.get()).toHaveLength(1))
  undoLast()
  await waitFor(() => expect(written()).toHaveLength(2))
  expect(written()).toEqual([
    ['DELETE /incidents/one/worklogs/a', undefined],
    ['POST /incidents/one/worklogs', { minutes: 30, text: 'Looked', at: mine.at, billable: true }],
  ])
})

it('a correction leaves the time alone that was not touched', async () => {
  await show()
  fireEvent.click(screen.getByRole('menuitem', { name: 'Correct…' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.change(dialog.querySelector('input')!, { target: { value: '45' } })
  fireEvent.submit(dialog.querySelector('form')!)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(written()).toEqual([['PATCH /incidents/one/worklogs/a', { minutes: 45, text: 'Looked' }]])
}, 30_000)

it('time is logged for when it was spent, in the reader’s zone, and as billable', async () => {
  const before = timeZone.get()
  timeZone.set('Europe/Paris')
  await show()
  fireEvent.change(screen.getByRole('textbox', { name: 'When, if not now' }), { target: { value: '27/11/2026 9:15' } })
  fireEvent.click(screen.getByRole('checkbox', { name: 'Billable' }))
  fireEvent.click(screen.getByRole('button', { name: 'Add' }))
  await waitFor(() => expect(written()).toHaveLength(1))
  expect(written()).toEqual([
    ['POST /incidents/one/worklogs', { minutes: 15, text: null, at: '2026-11-27T08:15:00.000Z', billable: true }],
  ])
  await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Billable' })).not.toBeChecked())
  timeZone.set(before)
})

it('time that was just spent needs no when', async () => {
  await show()
  fireEvent.click(screen.getByRole('button', { name: 'Add' }))
  await waitFor(() => expect(written()).toHaveLength(1))
  expect(written()[0]![1]).toEqual({ minutes: 15, text: null, billable: false })
})

it('whether time is billable is corrected like the rest', async () => {
  await show()
  fireEvent.click(screen.getByRole('menuitem', { name: 'Correct…' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(dialog.querySelector('input[type=checkbox]')!)
  fireEvent.submit(dialog.querySelector('form')!)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(written()).toEqual([['PATCH /incidents/one/worklogs/a', { minutes: 30, text: 'Looked', billable: false }]])
}, 30_000)
