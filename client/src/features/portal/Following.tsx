import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { BusyButton } from '~/components/BusyButton'
import { ErrorPanel } from '~/components/ErrorPanel'
import { toast } from '~/components/toast'
import { setWatching, watchersQuery } from '~/data/incidents'
import { useMay, useSession } from '~/data/session'

/** Somebody else's ticket that one follows, and no longer following it: with that it is out of sight, unless one sees all. */
export function Following({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const me = useSession()?.user.id
  const seesAll = useMay()('tickets.readAll')
  const watchers = useQuery(watchersQuery(incident.reference)).data?.items ?? []
  const stop = useMutation({
    mutationFn: () => setWatching(incident, me!, false),
    onSuccess: async () => {
      if (!seesAll) await navigate({ to: '/help/requests' })
      await queryClient.invalidateQueries({ queryKey: seesAll ? ['incident', incident.reference] : ['tickets'] })
      toast(t('portal:following.stopped', { reference: incident.reference }))
    },
  })
  if (!watchers.some((watcher) => watcher.user.id === me && !watcher.mergedFrom)) return null
  return (
    <div className="stack-s" data-noprint>
      <div className="row">
        <span className="dim">{t('portal:following.text')}</span>
        <BusyButton variant="subtle" busy={stop.isPending} onClick={() => stop.mutate()}>
          {t('portal:following.stop')}
        </BusyButton>
      </div>
      {stop.error && <ErrorPanel error={stop.error} />}
    </div>
  )
}
