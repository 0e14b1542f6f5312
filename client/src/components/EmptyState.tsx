import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

export function EmptyState({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {text && <p className="dim">{text}</p>}
      {children}
    </div>
  )
}
