import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { CopyButton } from '~/components/CopyButton'
import { TicketLinks } from '~/components/TicketLinks'
import { userQuery } from '~/data/people'
import { ticketsQuery } from '~/data/tickets'
import { makeFormat } from '~/i18n/format'
import { currentLanguage } from '~/i18n'
import { useNow } from '~/lib/clock'
import styles from './Side.module.css'

/** The person who is affected: where, what time it is there, what else they have with us. */
export function PersonPanel({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const person = useSuspenseQuery(userQuery(incident.requester.id)).data
  const others = useQuery(ticketsQuery({ requesterId: incident.requester.id, sort: '-updatedAt', limit: 6 }))
  const there = makeFormat(currentLanguage(), person.timeZone).time(useNow())
  const facts: [string, string | null | undefined][] = [
    ['mail', person.email],
    ['phone', person.phone],
    ['site', person.site?.name],
    ['department', person.department?.name],
    ['manager', person.manager?.name],
  ]
  return (
    <div className="stack">
      <h2>
        {person.name} {person.vip && <span title={t('desk:vip')}>★</span>}
      </h2>
      <dl className={styles.facts}>
        {facts.map(
          ([key, value]) =>
            value && (
              <div key={key} style={{ display: 'contents' }}>
                <dt>{t(`ticket:person.${key}`)}</dt>
                <dd>
                  {value} <CopyButton value={value} label={t('desk:copyValue', { value })} />
                </dd>
              </div>
            ),
        )}
        <dt>{t('ticket:person.time')}</dt>
        <dd>
          {there} ({person.timeZone})
        </dd>
      </dl>
      <h3>{t('ticket:person.tickets')}</h3>
      <TicketLinks tickets={(others.data?.items ?? []).filter((each) => each.id !== incident.id)} />
    </div>
  )
}
