import { Button } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { TimeAgo } from '~/components/TimeAgo'
import { toast, toastError } from '~/components/toast'
import { endOtherSessions, endSession, sessionsQuery } from '~/data/me'
import { useFormat } from '~/i18n/format'
import { browserName } from './browser-name'
import styles from './List.module.css'

/** Where I am signed in; what I do not know, I end. */
export function SessionList() {
  const { t } = useTranslation()
  const format = useFormat()
  const queryClient = useQueryClient()
  const { items } = useSuspenseQuery(sessionsQuery).data
  const end = useMutation({
    mutationFn: (id: string | undefined) => (id ? endSession(id) : endOtherSessions()),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey })
      toast(t('me:sessions.ended'))
    },
    onError: toastError,
  })
  return (
    <section className="card stack" aria-labelledby="sessions">
      <div className="between">
        <h2 id="sessions">{t('me:sessions.title')}</h2>
        {items.length > 1 && (
          <Button variant="default" size="compact-sm" loading={end.isPending} onClick={() => end.mutate(undefined)}>
            {t('me:sessions.endOthers')}
          </Button>
        )}
      </div>
      <ul className={`plain ${styles.list}`}>
        {items.map((session) => {
          const name = browserName(session.browser) ?? t('me:sessions.unknown')
          return (
            <li key={session.id}>
              <div className="grow stack-s">
                <strong>{name}</strong>
                <span className="meta">
                  {session.current ? t('me:sessions.current') : <TimeAgo at={session.lastSeenAt} />}
                  {session.remoteAddress && ` · ${session.remoteAddress}`} ·{' '}
                  {t('me:sessions.since', { at: format.dateTime(session.createdAt) })}
                </span>
              </div>
              {!session.current && (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={t('me:sessions.endOne', { name })}
                  disabled={end.isPending}
                  onClick={() => end.mutate(session.id)}
                >
                  {t('me:sessions.end')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
