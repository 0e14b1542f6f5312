import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { SkeletonLines } from '~/components/SkeletonLines'
import { TicketLinks } from '~/components/TicketLinks'
import { suggestionsQuery } from '~/data/tickets'

/** Tickets with words in common: perhaps the same, perhaps solved already. */
export function SimilarPanel({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const { data } = useQuery(suggestionsQuery(incident.title.slice(0, 200)))
  if (!data) return <SkeletonLines count={4} />
  return (
    <div className="stack">
      <h2>{t('desk:tab.similar')}</h2>
      <TicketLinks tickets={data.similar.filter((each) => each.id !== incident.id)} />
    </div>
  )
}
