import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { TimeAgo } from '~/components/TimeAgo'
import { customFieldsQuery } from '~/data/custom-fields'
import type { TimelineEntry } from '~/data/incidents'
import { eventText } from './event-text'
import styles from './Timeline.module.css'

/** What changed between two messages: one or two lines as they are, more behind their number. */
export function SystemLines({ entries }: { entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation()
  const defined = useQuery(customFieldsQuery).data?.items ?? []
  const customName = (key: string) => defined.find((field) => field.key === key)?.name ?? key
  const lines = entries.map((entry) => (
    <li key={entry.sequence}>
      {entry.by.name && `${entry.by.name} · `}
      {eventText(entry, t, customName)} · <TimeAgo at={entry.at} />
    </li>
  ))
  if (lines.length <= 2) return <ul className={`plain ${styles.system}`}>{lines}</ul>
  return (
    <details className={styles.system}>
      <summary>{t('desk:changes', { count: lines.length })}</summary>
      <ul>{lines}</ul>
    </details>
  )
}
