import { createFileRoute, redirect } from '@tanstack/react-router'
import { Frame } from '~/app/frame/Frame'
import { sessionQuery } from '~/data/session'

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (!session) throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { next: location.href } })
    return { session }
  },
  component: Frame,
})
