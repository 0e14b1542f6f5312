import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Incident, Schemas } from '~/api/types'
import { useBuiltInNames } from '~/components/built-in-names'
import { useFormat } from '~/i18n/format'
import { LedgerPicture } from './LedgerPicture'
import { LedgerTable } from './LedgerTable'

type Clock = Schemas['ClockExplanation']

/** Why a deadline is what it is: the ledger as a picture and, with the same figures, as a table. */
export function SlaPanel({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const { clocks } = useSuspenseQuery({
    queryKey: ['incident', incident.reference, 'explain'],
    queryFn: () =>
      request<Schemas['ServiceLevelExplanation']>('GET', '/service-levels/explain', {
        query: { ticket: incident.reference },
      }),
  }).data
  if (clocks.length === 0) return <p className="dim">{t('ticket:sla.none')}</p>
  return (
    <div className="stack-l">
      {clocks.map((clock) => (
        <ClockStory key={`${clock.target} ${clock.cycle}`} clock={clock} />
      ))}
    </div>
  )
}

function ClockStory({ clock }: { clock: Clock }) {
  const { t } = useTranslation()
  const named = useBuiltInNames()
  const format = useFormat()
  const due = clock.dueAt ?? clock.breachedAt
  return (
    <section className="stack">
      <h3>
        {t(`target.${clock.target}`)} · {t(`clock.${clock.state}`)}
      </h3>
      <p>
        {t('ticket:sla.used', {
          used: format.openTime(clock.elapsedSeconds),
          target: format.openTime(clock.targetSeconds),
        })}
        {clock.dueAt && ` · ${t('clock.due', { at: format.dateTime(clock.dueAt) })}`}
        {clock.breachedAt && ` · ${t('ticket:sla.breached', { at: format.dateTime(clock.breachedAt) })}`}
        {clock.dueIfResumedNow &&
          !clock.breachedAt &&
          ` · ${t('ticket:sla.ifResumed', { at: format.dateTime(clock.dueIfResumedNow) })}`}
      </p>
      <LedgerPicture intervals={clock.intervals} due={due} />
      <p className="meta">
        {clock.policy.name} · {t('ticket:sla.version', { version: clock.policy.version })} ·{' '}
        {named(clock.calendar.name)}
      </p>
      <LedgerTable clock={clock} />
    </section>
  )
}
