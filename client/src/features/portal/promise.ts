import type { TFunction } from 'i18next'
import type { Incident, Schemas } from '~/api/types'
import type { TicketRow } from '~/data/tickets'
import type { useFormat } from '~/i18n/format'

type Format = ReturnType<typeof useFormat>

interface Told {
  state: Incident['state']
  pending: { reason: string; since: string; until?: string | null } | null
  closesAt?: string | null
  serviceLevels: readonly Pick<Incident['serviceLevels'][number], 'target' | 'state' | 'dueAt' | 'breachedAt'>[]
}

/** What happens next and by when, said plainly and honestly. */
export function promiseOf(ticket: Told, t: TFunction, format: Format): string {
  if (ticket.state === 'resolved')
    return ticket.closesAt
      ? t('portal:promise.resolvedUntil', { at: format.dateTime(ticket.closesAt) })
      : t('portal:promise.resolved')
  if (ticket.state === 'closed') return t('portal:promise.closed')
  if (ticket.state === 'cancelled') return t('portal:promise.cancelled')
  if (ticket.pending)
    return t(`portal:promise.pending.${ticket.pending.reason}`, {
      since: format.dateTime(ticket.pending.since),
      until: ticket.pending.until ? format.dateTime(ticket.pending.until) : '',
    })

  const clocks = ticket.serviceLevels
  const response = clocks.find((clock) => clock.target !== 'resolution' && clock.state === 'running')
  const resolution = clocks.find((clock) => clock.target === 'resolution')
  if (resolution?.breachedAt) return t('portal:promise.late', { at: format.dateTime(resolution.breachedAt) })
  if (response?.dueAt && !response.breachedAt && ticket.state === 'new')
    return t('portal:promise.answer', { at: format.dateTime(response.dueAt) })
  if (resolution?.dueAt) return t('portal:promise.solve', { at: format.dateTime(resolution.dueAt) })
  if (response?.dueAt)
    return t(`portal:promise.${response.breachedAt ? 'late' : 'answer'}`, {
      at: format.dateTime(response.breachedAt ?? response.dueAt),
    })
  return t('portal:promise.none')
}

/** The same for a line of a list, which knows its next clock and by when it is to be solved. */
export function promiseOfRow(row: TicketRow, now: number, t: TFunction, format: Format): string {
  const due = row.resolutionDueAt
  const clocks = row.serviceLevel ? [row.serviceLevel] : []
  return promiseOf(
    {
      ...row,
      serviceLevels:
        due && row.serviceLevel?.target !== 'resolution'
          ? [
              ...clocks,
              { target: 'resolution', state: 'running', dueAt: due, breachedAt: Date.parse(due) <= now ? due : null },
            ]
          : clocks,
    },
    t,
    format,
  )
}

/** What the reader may expect, or is expected to do, next. */
export function nextOf(ticket: Incident, mine: boolean, t: TFunction): string | null {
  if (ticket.state === 'resolved') return mine ? t('portal:next.resolved') : null
  if (ticket.state === 'pending')
    return ticket.pending?.reason === 'awaitingRequester' && mine ? t('portal:next.answer') : null
  if (ticket.state !== 'new' && ticket.state !== 'assigned' && ticket.state !== 'inProgress') return null
  return t(`portal:next.${ticket.state}`)
}

/** The days between now and the deadline on which the desk is closed, so that the date is understood. */
export function closedDaysOf(
  sentences: readonly Schemas['DeadlineSentence'][],
  t: TFunction,
  format: Format,
): string | null {
  const days = sentences.find((sentence) => sentence.target === 'resolution' && sentence.dueAt)?.closedDays ?? []
  const whole = days.filter((day) => !day.partly)
  if (whole.length === 0) return null
  const named = whole.slice(0, 3).map((day) => `${format.day(day.date)} (${day.label})`)
  return t('portal:closedDays', { days: format.list(named), count: whole.length })
}
