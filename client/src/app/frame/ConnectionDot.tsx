import { useTranslation } from 'react-i18next'
import { connection } from '~/api/events'
import { useStore } from '~/lib/store'
import styles from './ConnectionDot.module.css'

/** Whether what is shown is live; in words as soon as it is not. */
export function ConnectionDot() {
  const { t } = useTranslation()
  const state = useStore(connection)
  return (
    <span role="status" className={styles.dot} data-state={state} title={t(`connection.${state}`)}>
      <span aria-hidden />
      <span className={state === 'live' ? 'visually-hidden' : styles.words}>{t(`connection.${state}`)}</span>
    </span>
  )
}
