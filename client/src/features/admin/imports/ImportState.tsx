import { CircleCheck, CircleDashed, CircleX, LoaderCircle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/types'
import styles from './imports.module.css'

const icons = { queued: CircleDashed, running: LoaderCircle, done: CircleCheck, failed: CircleX }

export function ImportState({ state }: { state: Schemas['ImportState'] }) {
  const { t } = useTranslation()
  const Icon = icons[state]
  return (
    <span className={styles.state} data-state={state}>
      <Icon size={16} aria-hidden />
      {t(`admin:imports.state.${state}`)}
    </span>
  )
}
