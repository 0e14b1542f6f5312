import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Session } from '~/api/types'
import { toasts, undoLast } from '~/components/toast'
import { sessionQuery } from '~/data/session'
import type { TicketRow } from '~/data/tickets'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import { serve, type Asked } from '~/test/serve'
import { useActs } from './use-acts'
import type { Selection } from './use-selection'

beforeAll(async () => {
  await startI18n('en')
  await needTexts('desk')
})
beforeEach(() => toasts.set([]))
afterEach(() => void vi.unstubAllGlobals())

const desk = { id: 'desk', name: 'Desk' }
const ticket = (id: string, state = 'assigned', over: Partial<TicketRow> = {}) =>
  ({
    id,
    reference: `INC-${id}`,
    title: '',
    state,
    team: desk,
    assignee: null,
    priorityOverride: null,
    pending: state === 'pending' ? { reason: 'awaitingParts', until: null, since: '2026-11-20T08:00:00Z' } : null,
    ...over,
  }) as TicketRow
const many = (count: number) => Array.from({ length: count }, (_, at) => ticket(`${at}`))

function acting(rows: readonly TicketRow[], teams = [desk]) {
  const queryClient = new QueryClient()
  queryClient.setQueryData(sessionQuery.queryKey, { user: { id: 'me', name: 'Me' }, teams } as unknown as Session)
  const selection = { active: 0, chosen: new Set(rows.map((row) => row.id)), chosenRows: rows, clear: vi.fn() }
  return renderHook(() => useActs(rows, selection as unknown as Selection), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    ),
  }).result
}
const done = ({ body }: Asked) => ({
  results: (body!.ids as string[]).map((id) => ({ id, ok: true, problem: null })),
  dryRun: false,
})
const asActs = (asked: readonly Asked[]) => asked.map(({ body }) => [body!.action, body!.ids, body!.arguments])
const said = () => toasts.get().map((toast) => toast.message)

describe('to take tickets', () => {
  it('asks first when one of several waits, and does nothing before the answer', async () => {
    const asked = serve(done)
    const acts = acting([ticket('1'), ticket('2', 'pending')])
    act(() => acts.current.take())
    expect(acts.current.asking).toMatchObject({ verb: 'take', count: 2, waiting: 1 })
    expect(asked).toHaveLength(0)
    act(() => acts.current.asking!.go())
    await waitFor(() => expect(said()).toEqual(['2 tickets are assigned.']))
    expect(acts.current.asking).toBeNull()
  })

  it('asks first for more than twenty, and not for a few that are at work', async () => {
    const asked = serve(done)
    const acts = acting(many(21))
    act(() => acts.current.take())
    expect(acts.current.asking).toMatchObject({ count: 21, waiting: 0 })
    act(() => acts.current.dismiss())
    expect(acts.current.asking).toBeNull()
    const few = acting(many(20))
    act(() => few.current.take())
    expect(few.current.asking).toBeNull()
    await waitFor(() => expect(asked).toHaveLength(1))
  })

  it('tells the dialog of an assignment how many of them wait', () => {
    const acts = acting([ticket('1'), ticket('2', 'pending')])
    act(() => acts.current.ask('assign'))
    expect(acts.current.start.waiting).toBe(1)
    act(() => acts.current.ask('hold'))
    expect(acts.current.start.waiting).toBe(0)
  })

  it('says so when there is no team to take them into', () => {
    const acts = acting([ticket('1', 'new', { team: null })], [])
    act(() => acts.current.take())
    expect(said()).toEqual(['1 ticket was not taken: it has no team, and you are in none. Assign it.'])
  })
})

describe('to undo it', () => {
  it('puts what waited on hold again, with its reason', async () => {
    const asked = serve(done)
    const acts = acting([ticket('1', 'pending')])
    act(() => acts.current.take())
    await waitFor(() => expect(said()).toEqual(['INC-1 is assigned.']))
    act(() => undoLast())
    await waitFor(() => expect(asked).toHaveLength(3))
    expect(asActs(asked).slice(1)).toEqual([
      ['assign', ['1'], { teamId: 'desk', assigneeId: null }],
      ['hold', ['1'], { reason: 'awaitingParts', until: null }],
    ])
  })

  it('is offered with what stays: the state of what was new, and what had no team', async () => {
    serve(done)
    const one = acting([ticket('1', 'new')])
    act(() => one.current.take())
    await waitFor(() => expect(said()).toEqual(['INC-1 is assigned. Undo leaves its state: Assigned.']))
    toasts.set([])
    const some = acting([ticket('1', 'new'), ticket('2'), ticket('3', 'new', { team: null })])
    act(() => some.current.run('assign', { teamId: 'desk', assigneeId: 'me' }, some.current.targets))
    await waitFor(() =>
      expect(said()).toEqual([
        '3 tickets are assigned. Undo leaves the state of 1 of them: Assigned. 1 of them cannot be undone.',
      ]),
    )
  })

  it('is not offered where nothing comes back', async () => {
    serve(done)
    const acts = acting([ticket('1', 'new', { team: null })])
    act(() => acts.current.take())
    await waitFor(() => expect(said()).toEqual(['INC-1 is assigned. It had no team before: that cannot be undone.']))
    expect(toasts.get()[0]!.undo).toBeUndefined()
  })

  it('shows what the server refused to take back', async () => {
    const refusal = { code: 'forbidden', status: 403, title: '', type: '' }
    let calls = 0
    serve((asked) => {
      calls += 1
      if (calls === 1) return done(asked)
      return { results: (asked.body!.ids as string[]).map((id) => ({ id, ok: id === '1', problem: refusal })) }
    })
    const acts = acting([ticket('1'), ticket('2')])
    act(() => acts.current.take())
    await waitFor(() => expect(said()).toEqual(['2 tickets are assigned.']))
    act(() => undoLast())
    await waitFor(() =>
      expect(acts.current.outcome?.items.map(({ id, ok }) => [id, ok])).toEqual([
        ['2', false],
        ['1', true],
      ]),
    )
  })
})
