import { createFileRoute } from '@tanstack/react-router'
import { found } from '~/data/found'
import { incidentQuery } from '~/data/incidents'
import { RequestPage } from '~/features/portal/RequestPage'

export const Route = createFileRoute('/_app/help/requests/$ref')({
  loader: ({ context, params }) => found(context.queryClient.ensureQueryData(incidentQuery(params.ref))),
  component: RequestPage,
})
