import { createFileRoute } from '@tanstack/react-router'
import { HomePage } from '~/features/portal/HomePage'
import { myTicketsQuery } from '~/data/tickets'

export const Route = createFileRoute('/_app/help/')({
  // People start here: its data are asked for while the page is still coming.
  codeSplitGroupings: [['component']],
  loader: ({ context }) => context.queryClient.ensureInfiniteQueryData(myTicketsQuery('open')),
  component: HomePage,
})
