import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TimeAgo } from '~/components/TimeAgo'
import type { Notification } from '~/data/notifications'
import { useFormat } from '~/i18n/format'
import { notificationText } from './notification-text'
import styles from './NotificationPanel.module.css'
import { useTicketPath } from './use-ticket-path'

interface Props {
  item: Notification
  /** How much is new on its ticket, with this. */
  news: number
  onOpen: () => void
}

export function NotificationLine({ item, news, onOpen }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const path = useTicketPath()(item)
  return (
    <li>
      <Link to={path} className={styles.line} data-unread={!item.readAt || undefined} onClick={onOpen}>
        <span className={styles.text}>
          {notificationText(item, t, format)}
          {!item.readAt && <span className="visually-hidden">{` (${t('notifications:unread')})`}</span>}
        </span>
        <span className={styles.ticket}>{item.ticket.title}</span>
        <span className="meta">
          <span className="ref">{item.ticket.reference}</span> · <TimeAgo at={item.at} />
          {news > 1 && (
            <>
              {' '}
              · <strong>{t('notifications:several', { count: news })}</strong>
            </>
          )}
        </span>
      </Link>
    </li>
  )
}
