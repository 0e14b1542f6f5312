import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Incident, Named } from '~/api/types'
import { toast, toastError } from '~/components/toast'
import { setWatching, watchersQuery } from '~/data/incidents'
import { useSession } from '~/data/session'

/** Who follows the ticket, and following it oneself. */
export function useWatching(incident: Incident) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const me = useSession()?.user
  const watchers = useQuery(watchersQuery(incident.reference)).data?.items ?? []
  const mine = watchers.some((watcher) => watcher.user.id === me?.id && !watcher.mergedFrom)

  const watch = useMutation({
    mutationFn: ({ person, on }: { person: Named; on: boolean }) => setWatching(incident, person.id, on),
    onSuccess: (_, { person, on }) => {
      const who = person.id === me?.id ? 'me' : 'other'
      toast(t(`desk:watching.${on ? 'on' : 'off'}.${who}`, { name: person.name, reference: incident.reference }), () =>
        watch.mutate({ person, on: !on }),
      )
      return queryClient.invalidateQueries({ queryKey: ['incident', incident.reference] })
    },
    onError: toastError,
  })
  return {
    watchers,
    mine,
    busy: watch.isPending,
    add: (person: Named) => watch.mutate({ person, on: true }),
    remove: (person: Named) => watch.mutate({ person, on: false }),
    /** Follows it oneself, or no longer. */
    toggle: () => me && watch.mutate({ person: { id: me.id, name: me.name }, on: !mine }),
  }
}

export type Watching = ReturnType<typeof useWatching>
