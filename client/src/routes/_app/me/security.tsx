import { createFileRoute } from '@tanstack/react-router'
import { sessionsQuery, twoFactorQuery } from '~/data/me'
import { SecurityPage } from '~/features/me/SecurityPage'

export const Route = createFileRoute('/_app/me/security')({
  loader: ({ context }) =>
    Promise.all([
      context.queryClient.ensureQueryData(sessionsQuery),
      context.queryClient.ensureQueryData(twoFactorQuery),
    ]),
  component: SecurityPage,
})
