import { createFileRoute, redirect } from '@tanstack/react-router'
import { found } from '~/data/found'
import {
  attachmentsQuery,
  endQuery,
  incidentQuery,
  serviceLevelsQuery,
  timelineQuery,
  watchersQuery,
} from '~/data/incidents'
import { majorsQuery, whichMajor } from '~/data/majors'
import { RequestPage } from '~/features/portal/RequestPage'

export const Route = createFileRoute('/_app/help/requests/$ref')({
  // All at once, and the page only then: what comes later would move what one is about to touch.
  loader: ({ context: { queryClient }, params: { ref } }) =>
    Promise.all([
      found(queryClient.ensureQueryData(incidentQuery(ref)))
        .catch(async (gone: unknown) => {
          // The number of an outage that is somebody else's ticket was passed on.
          const majors = await queryClient.ensureQueryData(majorsQuery).catch(() => undefined)
          if (majors && whichMajor(majors, ref))
            throw redirect({ to: '/help/outages/$ref', params: { ref }, replace: true })
          throw gone
        })
        .then(({ state, reference }) =>
          state === 'cancelled' ? queryClient.prefetchQuery(endQuery(reference)) : undefined,
        ),
      queryClient.prefetchInfiniteQuery(timelineQuery(ref, 'public')),
      queryClient.prefetchQuery(attachmentsQuery(ref)),
      queryClient.prefetchQuery(serviceLevelsQuery(ref)),
      queryClient.prefetchQuery(watchersQuery(ref)),
    ]),
  component: RequestPage,
})
