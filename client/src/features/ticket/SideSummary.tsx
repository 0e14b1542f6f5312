import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { userQuery } from '~/data/people'
import styles from './Side.module.css'

/** Who it is about and why it presses as it does, in a line each: whichever panel is open. */
export function SideSummary({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const person = useQuery(userQuery(incident.requester.id)).data
  const where = [person?.site?.name, person?.department?.name, person?.phone].filter(Boolean).join(' · ')
  const priority = incident.priority.toUpperCase()
  return (
    <div className={styles.summary}>
      <p className="clip" title={where || undefined}>
        <strong>{incident.requester.name}</strong>
        {person?.vip && <span title={t('desk:vip')}> ★</span>}
        {where && <span className="dim"> · {where}</span>}
      </p>
      <p className="meta">
        {incident.priorityOverride
          ? t('ticket:summary.byHand', { priority })
          : t('ticket:summary.matrix', {
              priority,
              impact: t(`level.${incident.impact}`),
              urgency: t(`urgency.${incident.urgency}`),
            })}
      </p>
    </div>
  )
}
