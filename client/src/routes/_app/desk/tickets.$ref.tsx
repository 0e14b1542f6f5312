import { createFileRoute } from '@tanstack/react-router'
import * as v from 'valibot'
import { found } from '~/data/found'
import { incidentQuery, timelineQuery } from '~/data/incidents'
import { tabs } from '~/features/ticket/tabs'
import { TicketPage } from '~/features/ticket/TicketPage'
import { needTexts } from '~/i18n/need'

export const Route = createFileRoute('/_app/desk/tickets/$ref')({
  validateSearch: v.object({
    tab: v.optional(v.picklist(tabs)),
    show: v.optional(v.picklist(['all', 'public', 'notes', 'changes'])),
    compose: v.optional(v.picklist(['reply', 'note'])),
  }),
  beforeLoad: () => needTexts('ticket'),
  loader: async ({ context, params }) => {
    await found(context.queryClient.ensureQueryData(incidentQuery(params.ref)))
    // Not before: of a ticket that is not there nothing else is asked.
    void context.queryClient.prefetchInfiniteQuery(timelineQuery(params.ref))
  },
  component: TicketPage,
})
