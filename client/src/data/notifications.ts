import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '~/api/raw'
import type { Page, Schemas } from '~/api/types'

export type Notification = Omit<Schemas['NotificationResponse'], 'data'> & { data: Record<string, unknown> }
export type NotificationKind = Schemas['NotificationKind']
export type NotificationCount = Schemas['NotificationCount']

export const notificationCountQuery = queryOptions({
  queryKey: ['notifications', 'count'],
  staleTime: 60_000,
  queryFn: () => request<NotificationCount>('GET', '/me/notifications/count'),
})

export const latestNotificationsQuery = queryOptions({
  queryKey: ['notifications', 'latest'],
  queryFn: () => request<Page<Notification>>('GET', '/me/notifications', { query: { limit: 30 } }),
})

/** Marks one as read, or all. */
export function useReadNotifications() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string | undefined) =>
      request<NotificationCount>('POST', id ? `/me/notifications/${id}/read` : '/me/notifications/read', { body: {} }),
    onMutate: (id) => {
      const now = new Date().toISOString()
      queryClient.setQueryData(
        latestNotificationsQuery.queryKey,
        (page) =>
          page && {
            ...page,
            items: page.items.map((item) => (!id || item.id === id ? { ...item, readAt: item.readAt ?? now } : item)),
          },
      )
    },
    onSuccess: (count) => queryClient.setQueryData(notificationCountQuery.queryKey, count),
    onError: () => queryClient.invalidateQueries({ queryKey: ['notifications'] }),
  })
}

export type Preferences = Schemas['PreferencesResponse']

export const preferencesQuery = queryOptions({
  queryKey: ['preferences'],
  queryFn: () => request<Preferences>('GET', '/me/preferences'),
})

/** Switches one kind on or off; shown at once, taken back when the server refuses. */
export function useSwitchKind() {
  const queryClient = useQueryClient()
  const { queryKey } = preferencesQuery
  return useMutation({
    mutationFn: (change: Partial<Record<NotificationKind, boolean>>) =>
      request<Preferences>('PATCH', '/me/preferences', { body: { notifications: change } }),
    onMutate: (change) => {
      const before = queryClient.getQueryData(queryKey)
      queryClient.setQueryData(
        queryKey,
        (known) => known && { ...known, notifications: { ...known.notifications, ...change } },
      )
      return before
    },
    onSuccess: (preferences) => queryClient.setQueryData(queryKey, preferences),
    onError: (_error, _change, before) => queryClient.setQueryData(queryKey, before),
  })
}
