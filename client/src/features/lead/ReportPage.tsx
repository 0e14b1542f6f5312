import { useParams } from '@tanstack/react-router'
import { NotFound } from '~/components/NotFound'
import { AttributionPage } from './AttributionPage'
import { BacklogPage } from './BacklogPage'
import { IncidentsPage } from './IncidentsPage'
import { ServiceLevelsPage } from './ServiceLevelsPage'

const pages = {
  'service-levels': ServiceLevelsPage,
  incidents: IncidentsPage,
  backlog: BacklogPage,
  attribution: AttributionPage,
}

/** The report an address names. */
export function ReportPage() {
  const { report } = useParams({ from: '/_app/lead/$report' })
  const Page = report in pages ? pages[report as keyof typeof pages] : NotFound
  return <Page />
}
