import { useTranslation } from 'react-i18next'
import styles from './ActiveMark.module.css'

/** Whether a record is in use, told by shape and word. */
export function ActiveMark({ active, words }: { active: boolean; words?: [inUse: string, out: string] }) {
  const { t } = useTranslation()
  const [inUse, out] = words ?? [t('admin:state.active'), t('admin:state.inactive')]
  return (
    <span className={styles.mark} data-active={active || undefined}>
      {active ? inUse : out}
    </span>
  )
}
