import { createFileRoute, redirect } from '@tanstack/react-router'
import { landingOf } from '~/app/frame/landing'

export const Route = createFileRoute('/_app/')({
  beforeLoad: ({ context }) => {
    throw redirect({ to: landingOf(context.session) })
  },
})
