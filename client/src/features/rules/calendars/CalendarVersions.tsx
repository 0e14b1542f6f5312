import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/raw'
import type { Page, Schemas } from '~/api/types'
import { ErrorPanel } from '~/components/ErrorPanel'
import { SkeletonLines } from '~/components/SkeletonLines'
import { useFormat } from '~/i18n/format'
import type { Calendar } from './calendar-form'
import { dateText, hoursText } from './hours-text'
import { readHours, weekdays } from './week'

/** What the calendar said at each time: a clock names the version it counts by, and a version never changes. */
export function CalendarVersions({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation()
  const format = useFormat()
  const path = `/service-levels/calendars/${calendar.id}/versions`
  const versions = useSuspenseQuery({
    queryKey: ['admin', path, calendar.publishedVersion],
    queryFn: () => request<Page<Schemas['CalendarVersionRow']>>('GET', path, { query: { limit: 100 } }),
  }).data.items
  const [open, setOpen] = useState<number | null>(null)
  return (
    <div className="stack">
      <p className="dim">{t('rules:versions.calendarHelp')}</p>
      <ul className="plain stack-s">
        {versions.map((version) => (
          <li key={version.number} className="card stack">
            <details onToggle={(event) => event.currentTarget.open && setOpen(version.number)}>
              <summary>
                <strong>{t('rules:versions.number', { version: version.number })}</strong>{' '}
                <span className="dim">
                  {t('rules:versions.publishedBy', {
                    at: format.full(version.publishedAt),
                    name: version.publishedBy.name,
                  })}
                </span>
              </summary>
              {open === version.number && <OneVersion path={path} number={version.number} />}
            </details>
          </li>
        ))}
      </ul>
    </div>
  )
}

function OneVersion({ path, number }: { path: string; number: number }) {
  const { t } = useTranslation()
  const [thisYear] = useState(() => String(new Date().getFullYear()))
  const { data, error } = useQuery({
    queryKey: ['admin', path, 'one', number],
    staleTime: Infinity,
    queryFn: () => request<Schemas['CalendarVersionResponse']>('GET', `${path}/${number}`),
  })
  if (error) return <ErrorPanel error={error} />
  if (!data) return <SkeletonLines count={4} />
  const coming = data.exceptions.filter((each) => each.date >= thisYear)
  return (
    <div className="stack">
      <div className="stack-s">
        <div>{data.timeZone}</div>
        {weekdays.map((day) => (
          <div key={day}>
            <strong>{t(`rules:day.${day}`)}</strong> {hoursText(readHours(data.weekly[day])) || t('rules:week.closed')}
          </div>
        ))}
      </div>
      <p>{t('rules:versions.days', { count: data.exceptions.length })}</p>
      <ul className="plain">
        {coming.slice(0, 20).map((each) => (
          <li key={each.date}>
            {dateText(each.date)} — {each.label} ({hoursText(readHours(each.windows)) || t('rules:week.closed')})
          </li>
        ))}
      </ul>
    </div>
  )
}
