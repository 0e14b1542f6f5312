import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import type { Incident } from '~/api/types'
import { makeFormat } from '~/i18n/format'
import type { TicketRow } from '~/data/tickets'
import { closedDaysOf, nextOf, promiseOf, promiseOfRow } from './promise'

const t = ((key: string, values?: Record<string, unknown>) =>
  [key, ...Object.values(values ?? {})].join(' | ')) as unknown as TFunction
const format = makeFormat('en', 'UTC')

const clock = (target: string, dueAt: string | null, breachedAt: string | null = null) => ({
  target,
  state: 'running',
  dueAt,
  breachedAt,
})
const ticket = (state: string, more: object = {}) =>
  ({ state, pending: null, serviceLevels: [], ...more }) as unknown as Incident

describe('the promise to the requester', () => {
  it('names the answer first, while nobody has taken the ticket', () => {
    const clocks = [clock('firstResponse', '2026-11-30T09:00:00Z'), clock('resolution', '2026-12-02T12:00:00Z')]
    expect(promiseOf(ticket('new', { serviceLevels: clocks }), t, format)).toMatch(/^portal:promise.answer \| Mon/)
    expect(promiseOf(ticket('inProgress', { serviceLevels: clocks }), t, format)).toMatch(
      /^portal:promise.solve \| Wed/,
    )
  })

  it('says when it is late instead of promising once more', () => {
    const clocks = [clock('resolution', '2026-11-30T09:00:00Z', '2026-11-30T09:00:00Z')]
    expect(promiseOf(ticket('inProgress', { serviceLevels: clocks }), t, format)).toMatch(/^portal:promise.late/)
  })

  it('says until when it can be told that it does not work', () => {
    expect(promiseOf(ticket('resolved', { closesAt: '2026-12-07T09:00:00Z' }), t, format)).toMatch(
      /^portal:promise.resolvedUntil \| Mon/,
    )
    expect(promiseOf(ticket('resolved', { closesAt: null }), t, format)).toBe('portal:promise.resolved')
  })

  it('promises no date when there is none', () => {
    expect(promiseOf(ticket('assigned'), t, format)).toBe('portal:promise.none')
  })

  it('never says that no date is promised while a clock runs', () => {
    const answer = clock('firstResponse', '2026-11-30T09:00:00Z')
    const late = clock('firstResponse', '2026-11-30T09:00:00Z', '2026-11-30T09:00:00Z')
    expect(promiseOf(ticket('assigned', { serviceLevels: [answer] }), t, format)).toMatch(
      /^portal:promise.answer \| Mon/,
    )
    expect(promiseOf(ticket('assigned', { serviceLevels: [late] }), t, format)).toMatch(/^portal:promise.late \| Mon/)
  })

  it.each(['new', 'assigned', 'inProgress'])('is the same in the list as on the page: %s', (state) => {
    const [answer, solve] = ['2026-11-30T09:00:00Z', '2026-12-02T12:00:00Z']
    for (const [now, overdue] of [
      ['2026-11-29T09:00:00Z', null],
      ['2026-12-03T09:00:00Z', solve],
    ] as const) {
      const next = clock('firstResponse', answer, overdue && answer)
      const row = { ...ticket(state), serviceLevel: next, resolutionDueAt: solve } as unknown as TicketRow
      expect(promiseOfRow(row, Date.parse(now), t, format)).toBe(
        promiseOf(ticket(state, { serviceLevels: [next, clock('resolution', solve, overdue)] }), t, format),
      )
    }
  })

  it('asks for an answer only from whose ticket it is', () => {
    const waiting = ticket('pending', { pending: { reason: 'awaitingRequester', since: '2026-11-30T09:00:00Z' } })
    expect(nextOf(waiting, true, t)).toBe('portal:next.answer')
    expect(nextOf(waiting, false, t)).toBeNull()
    expect(nextOf(ticket('closed'), true, t)).toBeNull()
  })

  it('names the days on which the desk is closed, not those that are only shorter', () => {
    const sentence = {
      target: 'resolution',
      state: 'running',
      dueAt: '2026-12-28T12:00:00Z',
      waitingFor: null,
      timeZone: 'Europe/Paris',
      closedDays: [
        { date: '2026-12-24', label: 'Christmas Eve', partly: true },
        { date: '2026-12-25', label: 'Christmas Day', partly: false },
      ],
    }
    expect(closedDaysOf([sentence], t, format)).toBe('portal:closedDays | Fri 25 Dec (Christmas Day) | 1')
    expect(closedDaysOf([], t, format)).toBeNull()
  })
})
