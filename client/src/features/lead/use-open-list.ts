import { useNavigate } from '@tanstack/react-router'
import { listSearch } from '~/data/reports'
import { useMay } from '~/data/session'

/** Opens the list behind a mark of a chart, as the link of the same figure does. */
export function useOpenList(): (list: string | undefined) => void {
  const navigate = useNavigate()
  const works = useMay()('incidents.work')
  return (list) => {
    if (!list) return
    const search = listSearch(list)
    if (works) void navigate({ to: '/desk/queues/$view', params: { view: 'all' }, search })
    else void navigate({ to: '/lead/tickets', search })
  }
}
