import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Incident, Named } from '~/api/types'
import { BusyButton } from '~/components/BusyButton'
import { PersonBox } from '~/components/PersonBox'
import { toast, toastError } from '~/components/toast'
import { setWatching, watchersQuery } from '~/data/incidents'

/** Which colleagues follow a request of one's own. */
export function Sharing({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const watchers = useQuery(watchersQuery(incident.reference)).data?.items ?? []
  const share = useMutation({
    mutationFn: ({ person, on }: { person: Named; on: boolean }) => setWatching(incident, person.id, on),
    onSuccess: (_, { person, on }) => {
      toast(t(on ? 'portal:sharing.added' : 'portal:sharing.removed', { name: person.name }), () =>
        share.mutate({ person, on: !on }),
      )
      return queryClient.invalidateQueries({ queryKey: ['incident', incident.reference] })
    },
    onError: toastError,
  })
  const own = watchers.filter((watcher) => !watcher.mergedFrom)
  return (
    <section className="stack-s" aria-labelledby="sharing" data-noprint>
      <h2 id="sharing">{t('portal:sharing.title')}</h2>
      <p className="dim">{t('portal:sharing.text')}</p>
      {own.length > 0 && (
        <ul className="plain">
          {own.map(({ user }) => (
            <li key={user.id} className="row">
              {user.name}
              <BusyButton
                size="compact-sm"
                variant="subtle"
                aria-label={t('portal:sharing.remove', { name: user.name })}
                busy={share.isPending}
                onClick={() => share.mutate({ person: user, on: false })}
              >
                <X size={14} aria-hidden />
              </BusyButton>
            </li>
          ))}
        </ul>
      )}
      <PersonBox
        label={t('portal:sharing.add')}
        value={null}
        many
        except={[incident.requester.id, ...own.map((watcher) => watcher.user.id)]}
        onChange={(person) => person && share.mutate({ person, on: true })}
      />
    </section>
  )
}
