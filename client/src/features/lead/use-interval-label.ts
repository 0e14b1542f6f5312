import { useTranslation } from 'react-i18next'
import type { BacklogReport, BacklogRow } from '~/data/reports'
import { currentLanguage } from '~/i18n'

/** What an interval is called: by its last day, a month by its name. */
export function useIntervalLabel({ interval, zone }: BacklogReport) {
  const { t } = useTranslation()
  const language = currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB'
  const month = new Intl.DateTimeFormat(language, { timeZone: zone, month: 'short', year: 'numeric' })
  const day = new Intl.DateTimeFormat(language, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' })
  const short = new Intl.DateTimeFormat(language, { timeZone: zone, day: 'numeric', month: 'short' })
  return ({ at }: BacklogRow): string => {
    // An interval ends where the next day begins.
    const last = new Date(Date.parse(at) - 1000)
    if (interval === 'month') return month.format(last)
    return interval === 'week' ? t('lead:interval.until', { date: short.format(last) }) : day.format(last)
  }
}
