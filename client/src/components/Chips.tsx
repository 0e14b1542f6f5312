import { X } from 'lucide-react'
import type { Named } from '~/api/types'
import styles from './Chips.module.css'

interface Props {
  label: string
  items: readonly Named[]
  /** What the button beside each is called. */
  removal: (name: string) => string
  onRemove: (item: Named) => void
}

/** Several things that were chosen, each with a button that takes it away. */
export function Chips({ label, items, removal, onRemove }: Props) {
  if (items.length === 0) return null
  return (
    <ul className={`plain ${styles.chips}`} aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={styles.chip}>
          <span className="clip">{item.name}</span>
          <button type="button" data-noprint aria-label={removal(item.name)} onClick={() => onRemove(item)}>
            <X size={13} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}
