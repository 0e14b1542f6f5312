import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { childrenQuery } from '~/data/incidents'
import { useFormat } from '~/i18n/format'
import styles from './MajorBanner.module.css'
import { MajorUpdateDialog } from './MajorUpdateDialog'

/** A major incident: who leads, what everybody is told, when the next news is due, and what hangs on it. */
export function MajorBanner({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [updating, setUpdating] = useState(false)
  const children =
    useQuery({ ...childrenQuery(incident.reference), enabled: incident.major !== null }).data?.items ?? []
  const { major } = incident
  if (!major) return null
  return (
    <section className={styles.banner} aria-label={t('desk:majorIncident')}>
      <div className="grow stack-s">
        <p>
          <strong>{t('desk:majorIncident')}</strong> · {t('desk:majorLedBy', { name: major.lead.name })}
          {major.nextUpdateAt && ` · ${t('desk:majorNext', { at: format.dateTime(major.nextUpdateAt) })}`}
        </p>
        <p>{major.summary}</p>
        {major.status && <p>{major.status}</p>}
        {children.length > 0 && (
          <p>
            {t('desk:majorChildren', { count: children.length })}{' '}
            {children.slice(0, 12).map((child) => (
              <Link key={child.id} to="/desk/tickets/$ref" params={{ ref: child.reference }} className="ref">
                {child.reference}{' '}
              </Link>
            ))}
          </p>
        )}
      </div>
      <Button size="compact-sm" variant="default" onClick={() => setUpdating(true)}>
        {t('desk:majorUpdate')}
      </Button>
      {updating && <MajorUpdateDialog incident={incident} onClose={() => setUpdating(false)} />}
    </section>
  )
}
