import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '~/components/PageHeader'
import { majorsQuery, whichMajor } from '~/data/majors'
import { useFormat } from '~/i18n/format'

/** An outage that somebody joined, as everybody may know it: how it stands and when there is news. */
export function OutagePage() {
  const { t } = useTranslation()
  const format = useFormat()
  const { ref } = useParams({ from: '/_app/help/outages/$ref' })
  const major = whichMajor(useSuspenseQuery({ ...majorsQuery, refetchInterval: 60_000 }).data, ref)
  if (!major) return null
  return (
    <div className="page narrow stack-l">
      <div className="stack-s">
        <span className="meta">
          <span className="ref">{major.reference}</span> ·{' '}
          {t('portal:outage.since', { at: format.dateTime(major.declaredAt) })}
        </span>
        <PageHeader title={major.title} reference={major.reference} />
      </div>
      <section className="card stack-s" aria-label={t('portal:status')}>
        <p>
          <strong>{t('portal:outage.one')}</strong> {major.status}
        </p>
        {major.resolvedAt ? (
          <p className="dim">{t('portal:outage.solved', { at: format.dateTime(major.resolvedAt) })}</p>
        ) : (
          major.nextUpdateAt && (
            <p className="dim">{t('portal:outage.next', { at: format.dateTime(major.nextUpdateAt) })}</p>
          )
        )}
        {major.joined && <p className="dim">{t('portal:outage.follow')}</p>}
      </section>
    </div>
  )
}
