import { createFileRoute, redirect } from '@tanstack/react-router'
import * as v from 'valibot'
import { sessionQuery } from '~/data/session'
import { SignInPage } from '~/features/session/SignInPage'

export const Route = createFileRoute('/sign-in')({
  validateSearch: v.object({ next: v.optional(v.string()) }),
  beforeLoad: async ({ context }) => {
    if (await context.queryClient.ensureQueryData(sessionQuery)) throw redirect({ to: '/' })
  },
  component: SignInPage,
})
