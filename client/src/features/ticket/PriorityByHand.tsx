import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import type { TicketActs } from './use-ticket-acts'

/** A priority that somebody set against the matrix, why, and the way back; or the way to set one. */
export function PriorityByHand({ incident, acts }: { incident: Incident; acts: TicketActs }) {
  const { t } = useTranslation()
  const by = incident.priorityOverride
  const may = incident.allowedTransitions.includes('override-priority')
  if (!by && !may) return null
  return (
    <div className="stack-s">
      {by && (
        <p>
          <span className="dim">{t('desk:overridden')}</span> <strong>{by.priority.toUpperCase()}</strong>
          {by.reason && ` — ${by.reason}`}
        </p>
      )}
      {may && (
        <div className="row">
          <Button size="compact-sm" variant="default" onClick={() => acts.ask('override-priority')}>
            {t('desk:key.setPriority')}
          </Button>
          {by && (
            <Button size="compact-sm" variant="default" loading={acts.busy && !acts.asked} onClick={acts.priorityBack}>
              {t('desk:key.priorityBack')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
