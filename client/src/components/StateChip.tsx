import { useTranslation } from 'react-i18next'
import type { TicketState } from '~/api/types'
import styles from './StateChip.module.css'

const shapes: Record<TicketState, string> = {
  new: '○',
  assigned: '◔',
  inProgress: '◑',
  pending: '◌',
  resolved: '●',
  closed: '■',
  cancelled: '×',
}

/** The state as a shape and a word; employees read their own words. */
export function StateChip({
  state,
  words = 'state',
  waitsForYou,
}: {
  state: TicketState
  words?: 'state' | 'plainState'
  /** The reader is whom it waits for. */
  waitsForYou?: boolean
}) {
  const { t } = useTranslation()
  return (
    <span className={styles.chip} data-state={state}>
      <span aria-hidden>{shapes[state]}</span>{' '}
      {t(waitsForYou ? 'plainState.waitingYou' : words === 'state' ? `state.${state}` : `plainState.${state}`)}
    </span>
  )
}
