import { Eye, PenLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TicketPresence } from '~/data/presence'
import styles from './TicketGrid.module.css'

/** Somebody else has the ticket open, or is writing on it. */
export function PresentMark({ present }: { present: readonly TicketPresence[] }) {
  const { t } = useTranslation()
  const words = present.map(({ activity, user }) => t(`desk:presence.${activity}`, { name: user.name })).join(' · ')
  const writes = present.some(({ activity }) => activity !== 'viewing')
  const Mark = writes ? PenLine : Eye
  return (
    <span role="img" aria-label={words} title={words} className={styles.present} data-writes={writes || undefined}>
      <Mark size={14} aria-hidden />
      {present.length > 1 && present.length}
    </span>
  )
}
