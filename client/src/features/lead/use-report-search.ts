import { useNavigate, useSearch } from '@tanstack/react-router'
import { timeZone } from '~/i18n/format'
import { useStore } from '~/lib/store'
import { periodOf } from './period'
import type { ReportSearch } from './report-search'

/** What the address asks of a report, and the way to ask for something else. */
export function useReportSearch() {
  const search = useSearch({ from: '/_app/lead/$report' })
  const navigate = useNavigate({ from: '/lead/$report' })
  const period = periodOf(search, useStore(timeZone))
  const change = (next: Partial<ReportSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace: true })
  return { search, period, change }
}
