import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Incident } from '~/api/types'
import { dismissToast, toasts } from '~/components/toast'
import { startI18n } from '~/i18n'
import { problem, serve, type Asked } from '~/test/serve'
import { customName } from './fields'
import { useUpdate } from './use-update'

const ticket = (over: Partial<Incident> = {}): Incident =>
  ({
    id: crypto.randomUUID(),
    reference: 'INC-1',
    version: 1,
    title: 'Lift',
    description: '',
    impact: 'low',
    urgency: 'low',
    service: null,
    category: null,
    site: null,
    customFields: {},
    ...over,
  }) as unknown as Incident

/** What the server holds, and who changed what since. */
let held: Incident
let changes: unknown[] = []

/** A server that keeps versions as ours does. */
function keep({ method, body, headers }: Asked): unknown {
  if (method !== 'PATCH') return held
  const known = headers.get('If-Match')
  if (known !== `"${held.version}"`) return problem(412, { code: 'edited_meanwhile', current: held, changes })
  const { customFields, ...fields } = body as { customFields?: Record<string, unknown> }
  held = {
    ...held,
    ...fields,
    customFields: { ...held.customFields, ...customFields } as never,
    version: held.version + 1,
  }
  return held
}

function show(incident: Incident) {
  const queryClient = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  )
  return renderHook(() => useUpdate(incident), { wrapper }).result
}

describe('fields edited in place', () => {
  let asked: Asked[]
  const patches = () => asked.filter(({ method }) => method === 'PATCH')
  beforeAll(() => startI18n('en'))
  beforeEach(() => {
    changes = []
    held = ticket()
    asked = serve(keep)
  })
  afterEach(() => {
    cleanup()
    for (const { id } of toasts.get()) dismissToast(id)
    vi.unstubAllGlobals()
  })

  it('go out one after the other: quick edits do not collide with oneself, and none is lost', async () => {
    const incident = held
    const update = show(incident)
    act(() => {
      update.current.change({ [customName('room')]: 'B12' })
      update.current.change({ [customName('floor')]: 'first' })
      update.current.change({ impact: 'high' })
      update.current.change({ [customName('room')]: 'B13' })
    })
    expect(update.current.underWay).toEqual({
      'customFields.room': 'B13',
      'customFields.floor': 'first',
      impact: 'high',
    })
    await waitFor(() => expect(update.current.underWay).toEqual({}))
    expect(patches().map(({ headers }) => headers.get('If-Match'))).toEqual(['"1"', '"2"', '"3"', '"4"'])
    expect(held).toMatchObject({ impact: 'high', customFields: { room: 'B13', floor: 'first' } })
    expect(update.current.conflict).toBeNull()
    expect(toasts.get()).toEqual([])
  })

  it('that others changed differently are asked about, with the name of whoever changed that field', async () => {
    const incident = held
    held = { ...held, impact: 'medium', title: 'Lift 2', version: 4 } as Incident
    changes = [
      { by: { name: 'Tina' }, details: { fields: ['impact'] } },
      { by: { name: 'Tina' }, details: { to: 'p4', from: 'p5' } },
      { by: { name: 'Dan' }, details: { fields: ['title'] } },
      { by: { name: 'Sue' }, details: { fields: ['tags'] } },
    ]
    const update = show(incident)
    act(() => update.current.change({ impact: 'high', urgency: 'high' }))
    await waitFor(() => expect(update.current.conflict?.by).toBe('Tina'))
    await waitFor(() => expect(held).toMatchObject({ impact: 'medium', urgency: 'high', title: 'Lift 2' }))
    await waitFor(() => expect(update.current.underWay).toEqual({}))
    act(() => update.current.keepMine())
    await waitFor(() => expect(held.impact).toBe('high'))
  })

  it('that clash while another clash is asked about are asked about as well', async () => {
    const incident = held
    held = { ...held, impact: 'medium', title: 'Lift 2', version: 2 } as Incident
    const update = show(incident)
    act(() => {
      update.current.change({ impact: 'high' })
      update.current.change({ title: 'Lift 3' })
    })
    await waitFor(() => expect(update.current.underWay).toEqual({}))
    expect(update.current.conflict?.clashes.map(({ field }) => field)).toEqual(['impact', 'title'])
  })
})
