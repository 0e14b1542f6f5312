import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { servicesQuery, sitesQuery, teamsQuery } from '~/data/people'
import type { ReportScope } from '~/data/reports'
import { useFormat } from '~/i18n/format'
import { priorities } from './choices'
import { without } from './scope'

interface Choice {
  value: string
  label: string
}

export interface ScopeChoices {
  id: keyof ReportScope
  label: string
  /** Once they are known. */
  choices: readonly Choice[] | undefined
}

/** What tickets can be narrowed to, in the reader's words and order. */
export function useScopeChoices(): readonly ScopeChoices[] {
  const { t } = useTranslation()
  const { collator } = useFormat()
  const named = (items: readonly { id: string; name: string }[] | undefined, none: string) =>
    items && [
      ...items
        .map(({ id, name }) => ({ value: id, label: name }))
        .sort((one, other) => collator.compare(one.label, other.label)),
      { value: without, label: none },
    ]
  return [
    {
      id: 'teamId',
      label: t('lead:by.team'),
      choices: named(useQuery(teamsQuery).data?.items, t('lead:without.team')),
    },
    {
      id: 'priority',
      label: t('lead:by.priority'),
      choices: priorities.map((value) => ({
        value,
        label: [value.toUpperCase(), t(`priority.${value}`)].join(' · '),
      })),
    },
    {
      id: 'serviceId',
      label: t('lead:by.service'),
      choices: named(useQuery(servicesQuery).data?.items, t('lead:without.service')),
    },
    {
      id: 'siteId',
      label: t('lead:by.site'),
      choices: named(useQuery(sitesQuery).data?.items, t('lead:without.site')),
    },
  ]
}
