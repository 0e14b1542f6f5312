import { useTranslation } from 'react-i18next'
import type { Priority } from '~/api/types'
import styles from './PriorityMark.module.css'

const bars: Record<Priority, number> = { p1: 4, p2: 3, p3: 2, p4: 1, p5: 0 }

/** Four bars like the strength of a signal; the word only where it matters. */
export function PriorityMark({ priority, words = false }: { priority: Priority; words?: boolean }) {
  const { t } = useTranslation()
  const name = t(`priority.${priority}`)
  const loud = priority === 'p1' || priority === 'p2'
  return (
    <span className={styles.mark} data-priority={priority} title={name}>
      <span className={styles.bars} aria-hidden>
        {[1, 2, 3, 4].map((bar) => (
          <span key={bar} data-on={bar <= bars[priority] || undefined} />
        ))}
      </span>
      <span className={words || loud ? undefined : 'visually-hidden'}>
        {words ? `${priority.toUpperCase()} · ${name}` : priority.toUpperCase()}
      </span>
    </span>
  )
}
