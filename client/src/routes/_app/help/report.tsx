import { createFileRoute } from '@tanstack/react-router'
import * as v from 'valibot'
import { ReportPage } from '~/features/portal/ReportPage'

export const Route = createFileRoute('/_app/help/report')({
  validateSearch: v.object({ text: v.optional(v.string()) }),
  component: ReportPage,
})
