import { Button } from '@mantine/core'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/EmptyState'
import { ErrorPanel } from '~/components/ErrorPanel'
import { myTicketsQuery, type Mine } from '~/data/tickets'
import { TicketLine } from './TicketLine'
import styles from './TicketLine.module.css'

interface Props {
  which: Mine
  /** Show at most so many. */
  most?: number
}

export function MyTickets({ which, most }: Props) {
  const { t } = useTranslation()
  const tickets = useSuspenseInfiniteQuery(myTicketsQuery(which))
  const items = tickets.data.pages.flatMap((page) => page.items)
  const [first] = tickets.data.pages
  const shown = most ? items.slice(0, most) : items
  if (items.length === 0)
    return (
      <div className="card">
        <EmptyState title={t(`portal:none.${which}`)} text={t(`portal:none.${which}Text`)} />
      </div>
    )
  return (
    <div className="stack">
      <ul className={`plain ${styles.list}`}>
        {shown.map((ticket) => (
          <TicketLine key={ticket.id} ticket={ticket} />
        ))}
      </ul>
      {most && shown.length < (first?.total ?? items.length) && (
        <Link to="/help/requests">
          {first?.totalCapped ? t('portal:allOpen') : t('portal:all', { count: first?.total ?? items.length })}
        </Link>
      )}
      {!most && tickets.isFetchNextPageError && <ErrorPanel error={tickets.error!} />}
      {!most && tickets.hasNextPage && (
        <div>
          <Button variant="default" loading={tickets.isFetchingNextPage} onClick={() => void tickets.fetchNextPage()}>
            {t('portal:showMore')}
          </Button>
        </div>
      )}
    </div>
  )
}
