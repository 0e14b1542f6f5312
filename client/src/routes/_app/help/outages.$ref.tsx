import { createFileRoute, notFound } from '@tanstack/react-router'
import { majorsQuery, whichMajor } from '~/data/majors'
import { OutagePage } from '~/features/portal/OutagePage'

export const Route = createFileRoute('/_app/help/outages/$ref')({
  loader: async ({ context: { queryClient }, params: { ref } }) => {
    if (!whichMajor(await queryClient.ensureQueryData(majorsQuery), ref)) throw notFound()
  },
  component: OutagePage,
})
