import { ActionIcon } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Bell } from 'lucide-react'
import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notificationCountQuery } from '~/data/notifications'
import { useOutside } from '~/lib/use-outside'
import styles from './NotificationBell.module.css'
import { useNewNotifications } from './use-new-notifications'
import { useReadShown } from './use-read-shown'

const NotificationPanel = lazy(() => import('./NotificationPanel'))

/** How much there is to read, live; opens the list. */
export default function NotificationBell() {
  const { t } = useTranslation()
  const { data } = useQuery(notificationCountQuery)
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const said = useNewNotifications()
  useReadShown()
  const unread = data?.unread ?? 0

  const close = useCallback((back: boolean) => {
    setOpen(false)
    if (back) root.current?.querySelector('button')?.focus()
  }, [])

  useOutside(
    root,
    open,
    useCallback(() => setOpen(false), []),
  )

  const name = unread > 0 ? t('notifications:bellCount', { count: unread }) : t('notifications:bell')
  return (
    <div ref={root} className={styles.root}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={name}
        title={name}
        aria-expanded={open}
        aria-haspopup="dialog"
        onClick={() => setOpen(!open)}
      >
        <Bell size={18} aria-hidden />
      </ActionIcon>
      {unread > 0 && (
        <span className={styles.count} aria-hidden>
          {data?.capped ? t('notifications:more') : unread}
        </span>
      )}
      <span role="status" className="visually-hidden">
        {said}
      </span>
      <Suspense>{open && <NotificationPanel onClose={close} />}</Suspense>
    </div>
  )
}
