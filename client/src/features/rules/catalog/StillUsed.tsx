import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ticketsQuery, type Filter } from '~/data/tickets'

/** How many open tickets hold on to what is taken out of use. */
export function StillUsed({ filter }: { filter: Filter }) {
  const { t } = useTranslation()
  const { data } = useQuery(ticketsQuery({ ...filter, open: true, limit: 1, count: true }))
  if (data?.total === undefined || data.total === null) return null
  return t('rules:stillUsed', { count: data.total })
}
