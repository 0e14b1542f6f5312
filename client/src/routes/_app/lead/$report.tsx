import { createFileRoute } from '@tanstack/react-router'
import { ReportPage } from '~/features/lead/ReportPage'
import { reportSearch } from '~/features/lead/report-search'

export const Route = createFileRoute('/_app/lead/$report')({ validateSearch: reportSearch, component: ReportPage })
