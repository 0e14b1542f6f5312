import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Incident } from '~/api/types'
import { dismissToast, toasts, undoLast } from '~/components/toast'
import { tasksQuery } from '~/data/incidents'
import { teamsQuery } from '~/data/people'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import { problem, serve, type Asked } from '~/test/serve'
import type { Task } from './task-changes'
import TasksPanel from './TasksPanel'

beforeAll(async () => {
  await startI18n('en')
  await needTexts('desk', 'work')
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
    close(this: HTMLDialogElement) {
      this.open = false
    },
  })
})

afterEach(() => {
  cleanup()
  for (const { id } of toasts.get()) dismissToast(id)
  vi.unstubAllGlobals()
})

const incident = { id: 'one', reference: 'INC-1', state: 'inProgress' } as Incident
const task = {
  id: 'a',
  title: 'Order rollers',
  state: 'open',
  team: null,
  assignee: null,
  dueAt: null,
  version: 3,
} as unknown as Task

let listed: unknown[] = []
let asked: Asked[] = []

beforeEach(() => {
  asked = serve(({ method }) => (method === 'GET' ? { items: listed, nextCursor: null } : {}))
})

/** What was written, in order. */
const written = () =>
  asked
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, body, headers }) => ({ call: `${method} ${path}`, body, ifMatch: headers.get('If-Match') }))

function show(over: Partial<Task> = {}, of: Partial<Incident> = {}) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } })
  listed = [{ ...task, ...over }]
  queryClient.setQueryData(tasksQuery(incident).queryKey, { items: listed, nextCursor: null } as never)
  queryClient.setQueryData(teamsQuery.queryKey, { items: [{ id: 'network', name: 'Network' }] } as never)
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <TasksPanel incident={{ ...incident, ...of }} />
      </MantineProvider>
    </QueryClientProvider>,
  )
}
const more = () => fireEvent.click(screen.getByRole('button', { name: 'More for “Order rollers”' }))
const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('menuitem', { name }))

it('a task that is not needed is skipped, and is open again when that is taken back', async () => {
  show()
  more()
  choose('Not needed')
  await waitFor(() => expect(toasts.get()).toHaveLength(1))
  undoLast()
  await waitFor(() => expect(written()).toHaveLength(2))
  expect(written().map(({ call, body }) => [call, body])).toEqual([
    ['PATCH /incidents/one/tasks/a', { state: 'skipped' }],
    ['PATCH /incidents/one/tasks/a', { state: 'open' }],
  ])
})

it('a task that is taken away comes back as it was', async () => {
  show({ team: { id: 'network', name: 'Network' }, dueAt: '2026-11-30T08:00:00.000Z' })
  more()
  choose('Remove')
  await waitFor(() => expect(toasts.get()).toHaveLength(1))
  undoLast()
  await waitFor(() => expect(written()).toHaveLength(2))
  expect(written()).toEqual([
    { call: 'DELETE /incidents/one/tasks/a', body: undefined, ifMatch: '"3"' },
    {
      call: 'POST /incidents/one/tasks',
      body: { title: 'Order rollers', teamId: 'network', assigneeId: null, dueAt: '2026-11-30T08:00:00.000Z' },
      ifMatch: null,
    },
  ])
})

it('what was done stays, and a ticket that has ended takes no more', () => {
  show({ state: 'done' })
  more()
  expect(screen.getByRole('menuitem', { name: /Remove/ })).toHaveAttribute('aria-disabled', 'true')
  cleanup()
  show({}, { state: 'closed' })
  expect(screen.getByRole('checkbox')).toBeDisabled()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.getByText('This ticket is closed; its tasks are too.')).toBeInTheDocument()
})

it('only what was changed is sent', async () => {
  show()
  more()
  choose('Edit the task…')
  fireEvent.change(await screen.findByLabelText(/What is to be done/), { target: { value: 'Order two rollers' } })
  fireEvent.change(screen.getByLabelText('Team'), { target: { value: 'network' } })
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(written()).toEqual([
    {
      call: 'PATCH /incidents/one/tasks/a',
      body: { title: 'Order two rollers', teamId: 'network' },
      ifMatch: '"3"',
    },
  ])
}, 30_000)

it('the same field changed by somebody else is shown before it is overwritten', async () => {
  show()
  more()
  choose('Edit the task…')
  fireEvent.change(await screen.findByLabelText(/What is to be done/), { target: { value: 'Order two rollers' } })
  asked = serve(({ method, headers }) => {
    if (method === 'GET') return { items: listed, nextCursor: null }
    const current = { ...task, title: 'Order three', version: 4 }
    return headers.get('If-Match') === '"4"' ? {} : problem(412, { code: 'edited_meanwhile', current })
  })
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('What is to be done – Order three')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(written().map(({ body, ifMatch }) => [body, ifMatch])).toEqual([
    [{ title: 'Order two rollers' }, '"3"'],
    [{ title: 'Order two rollers' }, '"4"'],
  ])
}, 30_000)
