import { createFileRoute } from '@tanstack/react-router'
import { majorsQuery } from '~/data/majors'
import { myTicketsQuery } from '~/data/tickets'
import { HomePage } from '~/features/portal/HomePage'

export const Route = createFileRoute('/_app/help/')({
  // People start here: its data are asked for while the page is still coming.
  codeSplitGroupings: [['component']],
  // The outages too: what comes later would move the tickets below them.
  loader: ({ context: { queryClient } }) =>
    Promise.all([queryClient.ensureInfiniteQueryData(myTicketsQuery('open')), queryClient.prefetchQuery(majorsQuery)]),
  component: HomePage,
})
