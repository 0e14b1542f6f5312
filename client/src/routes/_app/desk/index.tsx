import { createFileRoute, redirect } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/desk/')({
  beforeLoad: () => {
    throw redirect({ to: '/desk/queues/$view', params: { view: 'my-work' } })
  },
})
