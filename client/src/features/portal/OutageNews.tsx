import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { useFormat } from '~/i18n/format'

/** Where a known outage stands, for whoever follows it. */
export function OutageNews({ major, over }: { major: NonNullable<Incident['major']>; over: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className="stack-s">
      <p>
        <strong>{t('portal:outage.one')}</strong> {major.status ?? major.summary}
      </p>
      {!over && major.nextUpdateAt && (
        <p className="dim">{t('portal:outage.next', { at: format.dateTime(major.nextUpdateAt) })}</p>
      )}
    </div>
  )
}
