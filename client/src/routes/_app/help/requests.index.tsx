import { createFileRoute } from '@tanstack/react-router'
import * as v from 'valibot'
import { RequestsPage } from '~/features/portal/RequestsPage'

export const Route = createFileRoute('/_app/help/requests/')({
  validateSearch: v.object({ show: v.optional(v.picklist(['done', 'followed'])) }),
  component: RequestsPage,
})
