import { createFileRoute } from '@tanstack/react-router'
import { customFieldsQuery } from '~/data/custom-fields'
import { NewTicketPage } from '~/features/opening/NewTicketPage'

export const Route = createFileRoute('/_app/desk/tickets/new')({
  // Without them a ticket can still be begun.
  loader: ({ context }) => context.queryClient.prefetchQuery(customFieldsQuery),
  component: NewTicketPage,
})
