import { useTranslation } from 'react-i18next'
import { connection } from '~/api/events'
import { useStore } from '~/lib/store'
import styles from './Frame.module.css'

/** Why nothing new comes; what waits for the connection says nothing by itself. */
export function Offline() {
  const { t } = useTranslation()
  const offline = useStore(connection) === 'offline'
  return (
    <div role="status" className={styles.news} data-noprint>
      {offline && <p>{t('offline.text')}</p>}
    </div>
  )
}
