import { createFileRoute, redirect } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { Frame } from '~/app/frame/Frame'
import { sessionQuery } from '~/data/session'
import { needTexts } from '~/i18n/need'

const NotificationBell = lazy(async () => {
  const [bell] = await Promise.all([import('~/features/notifications/NotificationBell'), needTexts('notifications')])
  return bell
})

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (!session) throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { next: location.href } })
    return { session }
  },
  component: App,
})

function App() {
  return (
    <Frame
      bell={
        <Suspense>
          <NotificationBell />
        </Suspense>
      }
    />
  )
}
