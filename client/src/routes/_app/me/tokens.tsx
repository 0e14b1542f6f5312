import { createFileRoute, redirect } from '@tanstack/react-router'
import { tokensQuery } from '~/data/me'
import { TokensPage } from '~/features/me/TokensPage'

export const Route = createFileRoute('/_app/me/tokens')({
  beforeLoad: ({ context }) => {
    if (!context.session.permissions.includes('tokens.own')) throw redirect({ to: '/me' })
  },
  loader: ({ context }) => context.queryClient.ensureQueryData(tokensQuery),
  component: TokensPage,
})
