import { useNavigate, useSearch } from '@tanstack/react-router'
import { timeZone } from '~/i18n/format'
import { useStore } from '~/lib/store'
import { periodOf } from './period'
import type { ReportSearch } from './report-search'
import { scopeOf } from './scope'

/** What the address asks of a report, and the way to ask for something else. */
export function useReportSearch() {
  const search = useSearch({ from: '/_app/lead/$report' })
  const navigate = useNavigate({ from: '/lead/$report' })
  const period = periodOf(search, useStore(timeZone))
  const scope = scopeOf(search)
  const change = (next: Partial<ReportSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace: true })
  return {
    search,
    period,
    scope,
    /** As the reports take it: these days, and as many before them. */
    asked: { ...period.asked, ...scope },
    before: { ...period.before, ...scope },
    change,
  }
}

export type ReportAddress = ReturnType<typeof useReportSearch>
