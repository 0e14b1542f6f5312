import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { LiveEvent } from '~/api/events'
import { request } from '~/api/raw'
import type { Page, Schemas } from '~/api/types'
import { useMay, useSession } from '~/data/session'

/** Who is present fits one page; the caches keep the list, into which events write. */
const items = <T>(page: Page<T>): T[] => page.items

/** Says that one has the ticket open, and hears who else has. */
export function usePresence(ref: string, activity: Schemas['PresenceActivity']): Schemas['PresenceResponse'][] {
  const me = useSession()?.user.id
  const { data } = useQuery({
    queryKey: ['presence', ref, activity],
    queryFn: () =>
      request<Page<Schemas['PresenceResponse']>>('POST', `/tickets/${ref}/presence`, { body: { activity } }).then(
        items,
      ),
    refetchInterval: 15_000,
    staleTime: 10_000,
    placeholderData: (before) => before,
    retry: false,
  })
  return (data ?? []).filter((each) => each.user.id !== me)
}

export type TicketPresence = Schemas['TicketPresence']

/** Who has which ticket open: one answer for all rows of a list. Events tell who comes and what they do, not who stays. */
export const presencesQuery = queryOptions({
  queryKey: ['presences'],
  queryFn: () => request<Page<TicketPresence>>('GET', '/tickets/presence').then(items),
  refetchInterval: 30_000,
  retry: false,
})

/** Who else has tickets open, by the id of the ticket. */
export function usePresences(): ReadonlyMap<string, readonly TicketPresence[]> {
  const me = useSession()?.user.id
  const may = useMay()('incidents.work')
  const { data } = useQuery({ ...presencesQuery, enabled: may })
  return useMemo(() => {
    const byTicket = new Map<string, TicketPresence[]>()
    for (const each of data ?? [])
      if (each.user.id !== me) byTicket.set(each.ticketId, [...(byTicket.get(each.ticketId) ?? []), each])
    return byTicket
  }, [data, me])
}

/** Who else has one ticket open, after one of them was heard of: at once, where asking again takes its time. */
export function onTicketAfterHearing(
  known: readonly Schemas['PresenceResponse'][],
  event: LiveEvent,
): Schemas['PresenceResponse'][] {
  return afterHearing(
    known.map((each) => ({ ...each, ticketId: event.id ?? '' })),
    event,
  ).map(({ user, activity, seenAt }) => ({ user, activity, seenAt }))
}

/** What is known of who has what open, after one of them was heard of. */
export function afterHearing(known: readonly TicketPresence[], event: LiveEvent): TicketPresence[] {
  const { actor, presence, id } = event
  if (!presence || !actor || typeof actor === 'string') return [...known]
  const others = known.filter((each) => each.ticketId !== id || each.user.id !== actor.id)
  const { activity } = presence
  if (activity === null) return others
  return [{ ticketId: id, user: { id: actor.id, name: actor.name ?? '' }, activity, seenAt: event.at }, ...others]
}
