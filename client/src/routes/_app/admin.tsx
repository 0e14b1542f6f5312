import { createFileRoute, redirect } from '@tanstack/react-router'
import { administers } from '~/app/frame/areas'
import { AdminLayout } from '~/features/admin/AdminLayout'
import { needTexts } from '~/i18n/need'

export const Route = createFileRoute('/_app/admin')({
  beforeLoad: async ({ context }) => {
    const { permissions } = context.session
    if (!administers((permission) => permissions.includes(permission)))
      throw redirect({ to: '/refused', replace: true })
    await needTexts('admin', 'rules')
  },
  component: AdminLayout,
})
