import { createFileRoute, redirect } from '@tanstack/react-router'
import * as v from 'valibot'
import { sessionQuery } from '~/data/session'
import { setupQuery } from '~/data/setup'
import { SignInPage } from '~/features/session/SignInPage'
import { needTexts } from '~/i18n/need'

export const Route = createFileRoute('/sign-in')({
  validateSearch: v.object({ next: v.optional(v.string()) }),
  beforeLoad: async ({ context }) => {
    if (await context.queryClient.ensureQueryData(sessionQuery)) throw redirect({ to: '/' })
    await needTexts('session')
  },
  // An installation without an administrator begins with one. Who cannot be told that may still sign in.
  loader: async ({ context }) => {
    const setup = await context.queryClient.ensureQueryData(setupQuery).catch(() => null)
    if (setup?.needed) throw redirect({ to: '/setup' })
  },
  component: SignInPage,
})
