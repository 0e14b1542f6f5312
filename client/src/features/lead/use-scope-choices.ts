import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ticketCountsQuery } from '~/data/board'
import { servicesQuery, sitesQuery, teamsQuery } from '~/data/people'
import type { ReportScope } from '~/data/reports'
import { useMay } from '~/data/session'
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

/** The teams; those with a queue for whoever reads figures without reading of people. */
function useTeams() {
  const may = useMay()('users.read')
  const all = useQuery({ ...teamsQuery, enabled: may }).data?.items
  const counted = useQuery({ ...ticketCountsQuery, enabled: !may }).data?.teams.map(({ team }) => team)
  return may ? all : counted
}

/** What was chosen, in words. */
export function useNameOf() {
  const { t } = useTranslation()
  const { list } = useFormat()
  return ({ id, choices }: ScopeChoices, chosen: readonly string[]): string => {
    // Several of them are known by their numbers.
    if (id === 'priority' && chosen.length > 1) return list(chosen.map((value) => value.toUpperCase()))
    return choices
      ? list(chosen.map((value) => choices.find((choice) => choice.value === value)?.label ?? t('lead:filter.unknown')))
      : '…'
  }
}

/** What tickets can be narrowed to, in the reader's words and order. */
export function useScopeChoices(): readonly ScopeChoices[] {
  const { t } = useTranslation()
  const { collator } = useFormat()
  const teams = useTeams()
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
      choices: named(teams, t('lead:without.team')),
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
