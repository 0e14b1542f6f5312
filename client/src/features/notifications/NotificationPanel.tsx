import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/EmptyState'
import { ErrorPanel } from '~/components/ErrorPanel'
import { SkeletonLines } from '~/components/SkeletonLines'
import { latestNotificationsQuery, notificationCountQuery, useReadNotifications } from '~/data/notifications'
import { byTicket } from './by-ticket'
import { NotificationLine } from './NotificationLine'
import styles from './NotificationPanel.module.css'

interface Props {
  /** With true the focus goes back to the bell. */
  onClose: (back: boolean) => void
}

/** What I was told, newest first; opening one opens its ticket. */
export default function NotificationPanel({ onClose }: Props) {
  const { t } = useTranslation()
  const latest = useQuery(latestNotificationsQuery)
  const unread = useQuery(notificationCountQuery).data?.unread ?? 0
  const read = useReadNotifications()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
  }, [])
  const items = latest.data?.items
  return (
    // Escape closes what the bell opened, wherever the focus stands in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      role="dialog"
      aria-labelledby="notifications"
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose(true)
      }}
    >
      <div className={styles.head}>
        <h2 id="notifications" ref={heading} tabIndex={-1}>
          {t('notifications:title')}
        </h2>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={unread === 0}
          loading={read.isPending && read.variables === undefined}
          onClick={() => read.mutate(undefined)}
        >
          {t('notifications:readAll')}
        </Button>
      </div>
      {latest.error && <ErrorPanel error={latest.error} />}
      {!items && !latest.error && <SkeletonLines count={5} />}
      {items?.length === 0 && <EmptyState title={t('notifications:none')} text={t('notifications:noneText')} />}
      {items && items.length > 0 && (
        <ul className={`plain ${styles.list}`}>
          {byTicket(items).map(({ newest: item, unread: news }) => (
            <NotificationLine
              key={item.id}
              item={item}
              news={news}
              onOpen={() => {
                if (!item.readAt) read.mutate(item.id)
                onClose(false)
              }}
            />
          ))}
        </ul>
      )}
      <Link to="/me/notifications" className={styles.settings} onClick={() => onClose(false)}>
        {t('notifications:settings')}
      </Link>
    </section>
  )
}
