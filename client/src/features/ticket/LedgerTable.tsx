import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import { useFormat } from '~/i18n/format'

/** Every stretch of time, why it began, who had the ticket and how much of it counted; then the sums by who had it. */
export function LedgerTable({ clock }: { clock: Schemas['ClockExplanation'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <>
      <table className="table">
        <caption className="visually-hidden">{t('ticket:sla.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ticket:sla.from')}</th>
            <th scope="col">{t('ticket:sla.what')}</th>
            <th scope="col" className="num">
              {t('ticket:sla.counted')}
            </th>
          </tr>
        </thead>
        <tbody>
          {clock.intervals.map((interval) => (
            <tr key={interval.from}>
              <td>{format.dateTime(interval.from)}</td>
              <td>
                {t(`ticket:sla.kind.${interval.kind}`, { defaultValue: interval.kind })}
                {interval.team && ` · ${interval.team.name}`}
                {interval.person && ` · ${interval.person.name}`}
                {interval.byEvent && (
                  <span className="meta">
                    {' '}
                    ({interval.byEvent.by.name} {t(`desk:event.${interval.byEvent.type}`)})
                  </span>
                )}
              </td>
              <td className="num">{format.openTime(interval.countedSeconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {clock.heldBy.length > 1 && (
        <table className="table">
          <caption className="visually-hidden">{t('ticket:sla.shares')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('ticket:sla.heldBy')}</th>
              <th scope="col" className="num">
                {t('ticket:sla.counted')}
              </th>
            </tr>
          </thead>
          <tbody>
            {clock.heldBy.map((share) => (
              <tr key={`${share.team?.id} ${share.person?.id} ${share.waitingFor}`}>
                <td>
                  {[share.team?.name, share.person?.name].filter(Boolean).join(' · ') || '—'}
                  {share.waitingFor && ` · ${t('ticket:sla.waiting')} ${t(`desk:pending.${share.waitingFor}`)}`}
                </td>
                <td className="num">{format.openTime(share.countedSeconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
