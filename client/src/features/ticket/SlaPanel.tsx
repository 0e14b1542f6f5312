import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Incident, Schemas } from '~/api/types'
import { useFormat } from '~/i18n/format'
import styles from './Side.module.css'

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
  if (clocks.length === 0) return <p className="dim">{t('desk:sla.none')}</p>
  return (
    <div className="stack-l">
      {clocks.map((clock) => (
        <ClockPicture key={`${clock.target} ${clock.cycle}`} clock={clock} />
      ))}
    </div>
  )
}

function ClockPicture({ clock }: { clock: Clock }) {
  const { t } = useTranslation()
  const format = useFormat()
  const total = clock.intervals.reduce((sum, each) => sum + each.seconds, 0) || 1
  return (
    <section className="stack">
      <h3>
        {t(`target.${clock.target}`)} · {t(`clock.${clock.state}`)}
      </h3>
      <p>
        {t('desk:sla.used', {
          used: format.duration(clock.elapsedSeconds),
          target: format.duration(clock.targetSeconds),
        })}
        {clock.dueAt && ` · ${t('clock.due', { at: format.dateTime(clock.dueAt) })}`}
        {clock.breachedAt && ` · ${t('desk:sla.breached', { at: format.dateTime(clock.breachedAt) })}`}
      </p>
      <div className={styles.bar} aria-hidden>
        {clock.intervals.map((interval) => (
          <span
            key={interval.from}
            data-counted={interval.counted || undefined}
            style={{ width: `${(interval.seconds / total) * 100}%` }}
          />
        ))}
      </div>
      <p className="meta">
        {clock.policy.name} · {t('desk:sla.version', { version: clock.policy.version })} · {clock.calendar.name}
      </p>
      <div className="scroll-x">
        <table className="table">
          <caption className="visually-hidden">{t('desk:sla.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('desk:sla.from')}</th>
              <th scope="col">{t('desk:sla.what')}</th>
              <th scope="col" className="num">
                {t('desk:sla.counted')}
              </th>
            </tr>
          </thead>
          <tbody>
            {clock.intervals.map((interval) => (
              <tr key={interval.from}>
                <td>{format.dateTime(interval.from)}</td>
                <td>
                  {t(`desk:sla.kind.${interval.kind}`, { defaultValue: interval.kind })}
                  {interval.team && ` · ${interval.team.name}`}
                  {interval.person && ` · ${interval.person.name}`}
                </td>
                <td className="num">{format.duration(interval.countedSeconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
