import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { request } from '~/api/raw'
import { latestNotificationsQuery, notificationCountQuery, type Notification } from '~/data/notifications'

/**
 * What the reader was told of the ticket and has not read: until when, or all of it where more is unread than the latest say.
 * Undefined for nothing.
 */
export function newsOn(ref: string, latest: readonly Notification[], unread: number): { until?: string } | undefined {
  const news = latest.filter((item) => !item.readAt)
  const newest = news.find((item) => item.ticket.reference === ref || item.ticket.id === ref)
  if (newest) return { until: newest.at }
  return unread > news.length ? {} : undefined
}

/** Whoever has a ticket before their eyes has read what they were told of it, also what comes meanwhile. */
export function useReadShown(): void {
  const queryClient = useQueryClient()
  const { ref } = useParams({ strict: false })
  const latest = useQuery(latestNotificationsQuery).data
  const unread = useQuery(notificationCountQuery).data?.unread
  const [looks, setLooks] = useState(() => document.visibilityState === 'visible')
  useEffect(() => {
    const look = () => setLooks(document.visibilityState === 'visible')
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])

  const news = ref && looks && latest && unread !== undefined ? newsOn(ref, latest.items, unread) : undefined
  const [any, until] = [news !== undefined, news?.until]
  useEffect(() => {
    if (!ref || !any) return
    // Without a connection they stay unread, until the ticket is opened again.
    request('PUT', `/tickets/${ref}/read`, { body: { until } }).then(
      () => queryClient.invalidateQueries({ queryKey: ['notifications'] }),
      () => undefined,
    )
  }, [queryClient, ref, any, until])
}
