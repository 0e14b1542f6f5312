import { createFileRoute } from '@tanstack/react-router'
import { HomePage } from '~/features/portal/HomePage'
import { myTicketsQuery } from '~/data/tickets'

export const Route = createFileRoute('/_app/help/')({
  loader: ({ context }) => context.queryClient.ensureQueryData(myTicketsQuery('open')),
  component: HomePage,
})
