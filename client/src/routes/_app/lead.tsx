import { createFileRoute, redirect } from '@tanstack/react-router'
import { LeadLayout } from '~/features/lead/LeadLayout'
import { needTexts } from '~/i18n/need'

// The pages below ask when they are shown: a pointer that passes over their links should not have a million tickets counted.
export const Route = createFileRoute('/_app/lead')({
  beforeLoad: async ({ context }) => {
    if (!context.session.permissions.includes('reports.read')) throw redirect({ to: '/refused', replace: true })
    await needTexts('lead')
  },
  component: LeadLayout,
})
