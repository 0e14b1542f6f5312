import { createFileRoute, Outlet, redirect } from '@tanstack/react-router'
import { ticketOf } from '~/app/frame/landing'
import { needTexts } from '~/i18n/need'

export const Route = createFileRoute('/_app/desk')({
  beforeLoad: async ({ context, location }) => {
    if (!context.session.permissions.includes('incidents.work')) {
      // A link to a ticket that was passed on: its reader finds it where they read tickets.
      const ref = ticketOf(location.pathname)
      if (ref) throw redirect({ to: '/help/requests/$ref', params: { ref }, replace: true })
      throw redirect({ to: '/refused', replace: true })
    }
    await needTexts('desk')
  },
  component: Outlet,
})
