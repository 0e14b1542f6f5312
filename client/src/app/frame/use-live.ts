import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { shareEvents } from '~/api/live'
import { connection, type LiveEvent } from '~/api/events'
import { afterHearing, onTicketAfterHearing, presencesQuery } from '~/data/presence'

const calm = 2_000

/** Lets what is shown follow what happens: the ticket at once, lists and counts at most every two seconds. */
export function useLive(): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const lists = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        void queryClient.invalidateQueries({ queryKey: ['tickets'] })
      }, calm)
    }
    const onEvent = (event: LiveEvent) => {
      if (event.entity === 'notification') {
        void queryClient.invalidateQueries({ queryKey: ['notifications'] })
        // Who joined an outage hears of it by this alone.
        return void queryClient.invalidateQueries({ queryKey: ['tickets', 'majors'] })
      }
      // Who looks at a ticket changes nothing of it.
      if (event.presence) {
        queryClient.setQueryData(presencesQuery.queryKey, (known) => known && afterHearing(known, event))
        queryClient.setQueriesData<Parameters<typeof onTicketAfterHearing>[0]>(
          { queryKey: ['presence', event.reference] },
          (known) => known && onTicketAfterHearing(known, event),
        )
        return
      }
      lists()
      for (const name of [event.reference, event.id]) {
        if (!name) continue
        const known = queryClient.getQueryData<{ version: number }>(['incident', name])
        // Our own command has brought this version already.
        if (known && event.version !== undefined && known.version >= event.version) continue
        void queryClient.invalidateQueries({ queryKey: ['incident', name] })
      }
    }
    const leave = shareEvents({ onEvent, onReset: () => void queryClient.invalidateQueries() })
    // What could not be read meanwhile is asked for again: what happened since is told, what failed before it is not.
    const unfollow = connection.subscribe(() => {
      if (connection.get() === 'live')
        void queryClient.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })
    })
    return () => {
      unfollow()
      clearTimeout(timer)
      leave()
    }
  }, [queryClient])
}
