import { createFileRoute } from '@tanstack/react-router'
import { meQuery } from '~/data/me'
import { ProfilePage } from '~/features/me/ProfilePage'

export const Route = createFileRoute('/_app/me/')({
  loader: ({ context }) => context.queryClient.ensureQueryData(meQuery),
  component: ProfilePage,
})
