import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listSearch } from '~/data/reports'
import { useMay } from '~/data/session'
import { useFormat } from '~/i18n/format'
import styles from './FigureLink.module.css'

interface Props {
  count: number
  /** How many tickets the list has, where one may count several times. */
  tickets?: number
  /** The query string of the list that it counts. */
  list: string
  /** What it counts, for whoever hears the link alone. */
  what: string
  /** And of which row. */
  of?: string
  sort?: string
  /** What stands there instead of the bare number. */
  text?: string
}

/** A number that opens the tickets it counts: in the queue, or as a plain list for whoever only reads. */
export function FigureLink({ count, tickets = count, list, what, of, sort, text: words }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const works = useMay()('incidents.work')
  const text = words ?? format.number(count)
  if (count === 0) return <span className="dim">{text}</span>
  const search = { ...listSearch(list), ...(sort ? { sort } : {}) }
  const inside = (
    <>
      {text}
      <span className="visually-hidden"> {of ? `${what}, ${of}` : what}</span>
      {tickets !== count && (
        <span className={styles.tickets}>
          {' '}
          {t('lead:tickets.count', { count: tickets, text: format.number(tickets) })}
        </span>
      )}
    </>
  )
  return works ? (
    <Link to="/desk/queues/$view" params={{ view: 'all' }} search={search} className={styles.figure}>
      {inside}
    </Link>
  ) : (
    <Link to="/lead/tickets" search={search} className={styles.figure}>
      {inside}
    </Link>
  )
}
