import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { SkeletonLines } from '~/components/SkeletonLines'
import { TicketLinks } from '~/components/TicketLinks'
import { suggestionsQuery } from '~/data/tickets'
import type { PanelProps } from './Side'
import { SimilarSolution } from './SimilarSolution'

const solved: readonly string[] = ['resolved', 'closed']

/** Tickets with words in common: perhaps the same, perhaps solved already. */
export function SimilarPanel({ incident, acts, onAnswer }: PanelProps) {
  const { t } = useTranslation()
  const { data, isLoading } = useQuery(suggestionsQuery(incident.title.slice(0, 200)))
  if (isLoading) return <SkeletonLines count={4} />
  return (
    <div className="stack">
      <h2>{t('desk:tab.similar')}</h2>
      <TicketLinks
        tickets={(data?.similar ?? []).filter((each) => each.id !== incident.id)}
        renderEnd={(ticket) =>
          solved.includes(ticket.state) && (
            <SimilarSolution reference={ticket.reference} incident={incident} acts={acts} onAnswer={onAnswer} />
          )
        }
      />
    </div>
  )
}
