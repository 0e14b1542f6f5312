import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Incident } from '~/api/types'
import { serviceLevelsQuery } from '~/data/incidents'
import { useFormat } from '~/i18n/format'
import { closedDaysOf, nextOf, promiseOf } from './promise'
import styles from './RequestPage.module.css'

/** Who has it, what happens next and by when; and which days in between nobody works. */
export function Standing({ incident, mine }: { incident: Incident; mine: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const open = !['resolved', 'closed', 'cancelled'].includes(incident.state)
  const { data } = useQuery({ ...serviceLevelsQuery(incident.reference), enabled: open })
  const holder = incident.assignee?.name ?? incident.team?.name
  const next = nextOf(incident, mine, t)
  const closed = closedDaysOf(data?.sentences ?? [], t, format)
  return (
    <>
      <p className={styles.promise}>{promiseOf(incident, t, format)}</p>
      {closed && <p className="dim">{closed}</p>}
      {open && <p className="dim">{holder ? t('portal:with', { name: holder }) : t('portal:withNobody')}</p>}
      {next && <p>{next}</p>}
    </>
  )
}
