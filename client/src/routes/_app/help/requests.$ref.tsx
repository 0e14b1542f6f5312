import { createFileRoute, useLoaderData } from '@tanstack/react-router'
import { ApiError } from '~/api/errors'
import { found } from '~/data/found'
import { incidentQuery } from '~/data/incidents'
import { majorsQuery } from '~/data/majors'
import { OutagePage } from '~/features/portal/OutagePage'
import { RequestPage } from '~/features/portal/RequestPage'

export const Route = createFileRoute('/_app/help/requests/$ref')({
  // Who joined an outage that is somebody else's ticket finds here what everybody may know of it.
  loader: async ({ context: { queryClient }, params }) => {
    const ticket = queryClient.ensureQueryData(incidentQuery(params.ref))
    const hidden = await ticket.then(
      () => false,
      (error: unknown) => error instanceof ApiError && error.status === 404,
    )
    if (!hidden) return found(ticket).then(() => ({ outage: false }))
    const majors = (await queryClient.ensureQueryData(majorsQuery)).items
    if (majors.some((major) => major.joined && [major.reference, major.id].includes(params.ref)))
      return { outage: true }
    return found(ticket).then(() => ({ outage: false }))
  },
  component: Request,
})

function Request() {
  return useLoaderData({ from: '/_app/help/requests/$ref' }).outage ? <OutagePage /> : <RequestPage />
}
