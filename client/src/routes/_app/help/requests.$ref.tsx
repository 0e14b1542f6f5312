import { createFileRoute } from '@tanstack/react-router'
import { found } from '~/data/found'
import {
  attachmentsQuery,
  endQuery,
  incidentQuery,
  serviceLevelsQuery,
  timelineQuery,
  watchersQuery,
} from '~/data/incidents'
import { RequestPage } from '~/features/portal/RequestPage'

export const Route = createFileRoute('/_app/help/requests/$ref')({
  // All at once, and the page only then: what comes later would move what one is about to touch.
  loader: ({ context: { queryClient }, params: { ref } }) =>
    Promise.all([
      found(queryClient.ensureQueryData(incidentQuery(ref))).then(({ state, reference }) =>
        state === 'cancelled' ? queryClient.prefetchQuery(endQuery(reference)) : undefined,
      ),
      queryClient.prefetchInfiniteQuery(timelineQuery(ref, 'public')),
      queryClient.prefetchQuery(attachmentsQuery(ref)),
      queryClient.prefetchQuery(serviceLevelsQuery(ref)),
      queryClient.prefetchQuery(watchersQuery(ref)),
    ]),
  component: RequestPage,
})
