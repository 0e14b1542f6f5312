import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '~/components/PageHeader'
import { toast, toastError } from '~/components/toast'
import { preferencesQuery, useSwitchKind, type NotificationKind } from '~/data/notifications'
import { useMay } from '~/data/session'
import { BrowserNotices } from './BrowserNotices'
import { Switch } from './Switch'

const own = ['publicMessage', 'stateChanged', 'majorUpdated'] as const
const work = ['assignedToMe', 'takenFromMe', 'teamQueue', 'internalNote', 'nudged', 'alarm', 'majorDeclared'] as const

/** What I am told of, and how. */
export function NotificationsPage() {
  const { t } = useTranslation()
  const may = useMay()
  const wanted = useSuspenseQuery(preferencesQuery).data.notifications
  const change = useSwitchKind()
  const kinds = (list: readonly NotificationKind[]) =>
    list.map((kind) => (
      <Switch
        key={kind}
        label={t(`me:kind.${kind}`)}
        description={t(`me:kindHelp.${kind}`)}
        checked={wanted[kind] ?? false}
        onChange={(on) =>
          change.mutate(
            { [kind]: on },
            { onSuccess: () => toast(t('me:saved')), onError: (error) => toastError(error) },
          )
        }
      />
    ))
  return (
    <>
      <PageHeader title={t('me:notifications.title')} />
      <section className="card stack" aria-labelledby="tickets">
        <h2 id="tickets">{t('me:notifications.mine')}</h2>
        {kinds(own)}
      </section>
      {may('incidents.work') && (
        <section className="card stack" aria-labelledby="work">
          <h2 id="work">{t('me:notifications.work')}</h2>
          {kinds(work)}
        </section>
      )}
      <BrowserNotices />
    </>
  )
}
