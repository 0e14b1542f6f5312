import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { browserNotices } from '~/data/browser-notices'
import { latestNotificationsQuery, type Notification as Told } from '~/data/notifications'
import { useFormat } from '~/i18n/format'
import { notificationText } from './notification-text'
import { useTicketPath } from './use-ticket-path'

/**
 * Says what has come since the page was opened: to screen readers, and by the browser when the person wants that and does not look
 * at the desk. Several tabs show a notice once, as it carries the notification's id.
 */
export function useNewNotifications(): string {
  const { t } = useTranslation()
  const format = useFormat()
  const router = useRouter()
  const pathOf = useTicketPath()
  const { data } = useQuery(latestNotificationsQuery)
  const known = useRef<Set<string>>(undefined)
  const [said, setSaid] = useState('')

  useEffect(() => {
    if (!data) return
    const before = known.current
    known.current = new Set(data.items.map((item) => item.id))
    const fresh = before ? data.items.filter((item) => !before.has(item.id) && !item.readAt) : []
    if (fresh.length === 0) return
    const words = (item: Told) => `${item.ticket.reference} ${item.ticket.title} – ${notificationText(item, t, format)}`
    setSaid(t('notifications:new', { text: fresh.map(words).join('. ') }))
    if (!browserNotices.get() || document.hasFocus()) return
    for (const item of fresh.slice(0, 3)) {
      const notice = new Notification(notificationText(item, t, format), {
        body: `${item.ticket.reference} · ${item.ticket.title}`,
        tag: item.id,
        icon: '/icon.svg',
      })
      notice.addEventListener('click', () => {
        window.focus()
        router.history.push(pathOf(item))
      })
    }
  }, [data, t, format, router, pathOf])
  return said
}
