import { useTranslation } from 'react-i18next'
import type { Grouping } from '~/data/reports'
import { currentLanguage } from '~/i18n'

/** What a row is called: teams, services, categories and sites as the server says, the rest in the reader's words. */
export function useGroupLabel(by: Grouping) {
  const { t } = useTranslation()
  const month = new Intl.DateTimeFormat(currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return ({ key, label }: { key: string | null; label: string }): string => {
    if (key === null) return t('lead:total')
    if (by === 'priority') return [label, t(`priority.${key}`)].join(' · ')
    if (by === 'channel') return t(`lead:channel.${key}`)
    if (by === 'month') return month.format(new Date(`${key}-15T00:00:00Z`))
    return label
  }
}
