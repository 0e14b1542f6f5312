import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { endQuery } from '~/data/incidents'

/** Who withdrew a ticket, and why. */
export function Withdrawn({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const end = useQuery(endQuery(incident.reference)).data?.items.find((entry) => entry.type === 'cancelled')
  const reason = end?.details.reason
  if (!end || typeof reason !== 'string' || reason === '') return null
  return <p>{t('portal:withdrawn', { name: end.by.name, reason })}</p>
}
