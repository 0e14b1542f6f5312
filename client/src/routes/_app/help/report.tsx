import { createFileRoute } from '@tanstack/react-router'
import * as v from 'valibot'
import { customFieldsQuery } from '~/data/custom-fields'
import { ReportPage } from '~/features/portal/ReportPage'

export const Route = createFileRoute('/_app/help/report')({
  validateSearch: v.object({ text: v.optional(v.string()) }),
  // Without them a problem can still be told.
  loader: ({ context }) => context.queryClient.prefetchQuery(customFieldsQuery),
  component: ReportPage,
})
