import { createRootRouteWithContext, Outlet } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { sessionExpired } from '~/api/gate'
import type { RouterContext } from '~/app/router'
import { useStore } from '~/lib/store'

const SignInAgain = lazy(() => import('~/features/session/SignInAgain'))

export const Route = createRootRouteWithContext<RouterContext>()({ component: Root })

function Root() {
  const expired = useStore(sessionExpired)
  return (
    <>
      <Outlet />
      <Suspense>{expired && <SignInAgain />}</Suspense>
    </>
  )
}
