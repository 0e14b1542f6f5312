import { createFileRoute } from '@tanstack/react-router'
import { NewTicketPage } from '~/features/opening/NewTicketPage'

export const Route = createFileRoute('/_app/desk/tickets/new')({ component: NewTicketPage })
