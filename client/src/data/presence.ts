import { useQuery } from '@tanstack/react-query'
import { request } from '~/api/raw'
import type { Schemas } from '~/api/types'
import { useSession } from '~/data/session'

/** Says that one has the ticket open, and hears who else has. */
export function usePresence(ref: string, activity: Schemas['PresenceActivity']): Schemas['PresenceResponse'][] {
  const me = useSession()?.user.id
  const { data } = useQuery({
    queryKey: ['presence', ref, activity],
    queryFn: () => request<Schemas['PresenceResponse'][]>('POST', `/tickets/${ref}/presence`, { body: { activity } }),
    refetchInterval: 15_000,
    staleTime: 10_000,
    placeholderData: (before) => before,
    retry: false,
  })
  return (data ?? []).filter((each) => each.user.id !== me)
}
