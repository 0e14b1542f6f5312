import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/EmptyState'
import { viewCountsQuery, type View } from '~/data/tickets'
import { nextView } from './next-view'

interface Props {
  views: readonly View[]
  current: string
  narrowed: boolean
  onClear: () => void
}

/** No rows: the way back to all of the view, or on to the next one in which something waits. */
export default function EmptyQueue({ views, current, narrowed, onClear }: Props) {
  const { t } = useTranslation()
  const counts = useQuery(viewCountsQuery).data?.views ?? []
  const next = nextView(views, counts, current)
  return (
    <EmptyState
      title={t(narrowed ? 'desk:empty.filtered' : 'desk:empty.done')}
      text={t(narrowed ? 'desk:empty.filteredText' : 'desk:empty.doneText')}
    >
      {narrowed && (
        <Button variant="default" onClick={onClear}>
          {t('desk:empty.clear')}
        </Button>
      )}
      {next && (
        <Link to="/desk/queues/$view" params={{ view: next.view.id }}>
          {t('desk:empty.next', { name: next.view.name, amount: `${next.count}${next.more ? '+' : ''}` })}
        </Link>
      )}
    </EmptyState>
  )
}
