import { createFileRoute } from '@tanstack/react-router'
import { listSearch } from '~/features/lead/report-search'
import { TicketListPage } from '~/features/lead/TicketListPage'

export const Route = createFileRoute('/_app/lead/tickets')({
  validateSearch: listSearch,
  component: TicketListPage,
})
