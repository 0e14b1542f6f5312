import { useTranslation } from 'react-i18next'
import styles from './users.module.css'

export function VipMark() {
  const { t } = useTranslation()
  return <span className={styles.vip}>{t('admin:users.vipShort')}</span>
}
