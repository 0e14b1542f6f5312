import { createFileRoute, Outlet, redirect } from '@tanstack/react-router'
import { needTexts } from '~/i18n/need'

export const Route = createFileRoute('/_app/desk')({
  beforeLoad: async ({ context }) => {
    if (!context.session.permissions.includes('incidents.work')) throw redirect({ to: '/help' })
    await needTexts('desk')
  },
  component: Outlet,
})
