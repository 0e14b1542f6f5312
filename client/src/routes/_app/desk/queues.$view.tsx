import { createFileRoute } from '@tanstack/react-router'
import * as v from 'valibot'
import { viewCountsQuery, viewsQuery } from '~/data/tickets'
import { QueuePage } from '~/features/queue/QueuePage'

export const Route = createFileRoute('/_app/desk/queues/$view')({
  validateSearch: v.object({
    q: v.optional(v.string()),
    sort: v.optional(v.string()),
    filter: v.optional(v.string()),
  }),
  loader: async ({ context }) => {
    void context.queryClient.prefetchQuery(viewCountsQuery)
    await context.queryClient.ensureQueryData(viewsQuery)
  },
  component: QueuePage,
})
