import { Link } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { lastList } from '~/data/last-list'
import styles from './TicketHeader.module.css'

/** Where the ticket stands in the list it was opened from, with the ways to its neighbours. */
export function ListPlace({ reference }: { reference: string }) {
  const { t } = useTranslation()
  const list = lastList.get()
  const place = lastList.place(reference)
  if (!list || !place) return null
  const steps = [
    { id: 'previous', to: lastList.neighbour(reference, -1), Icon: ChevronLeft, keys: '[' },
    { id: 'next', to: lastList.neighbour(reference, 1), Icon: ChevronRight, keys: ']' },
  ] as const
  return (
    <span className={styles.place}>
      {steps.map(
        ({ id, to, Icon, keys }) =>
          to && (
            <Link
              key={id}
              to="/desk/tickets/$ref"
              params={{ ref: to }}
              className={styles.back}
              title={[t(`desk:key.${id}`), keys].join(' · ')}
              aria-label={t(`desk:key.${id}`)}
            >
              <Icon size={16} aria-hidden />
            </Link>
          ),
      )}
      <span className="meta">{t('desk:place', { ...place, name: list.name })}</span>
    </span>
  )
}
