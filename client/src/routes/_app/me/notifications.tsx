import { createFileRoute } from '@tanstack/react-router'
import { preferencesQuery } from '~/data/notifications'
import { NotificationsPage } from '~/features/me/NotificationsPage'

export const Route = createFileRoute('/_app/me/notifications')({
  loader: ({ context }) => context.queryClient.ensureQueryData(preferencesQuery),
  component: NotificationsPage,
})
