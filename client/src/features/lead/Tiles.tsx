import type { ReactNode } from 'react'
import styles from './Tiles.module.css'

export interface Tile {
  id: string
  label: string
  value: ReactNode
  /** What stands below it: what it is made of, or what it was before. */
  note?: ReactNode
  tone?: 'risk' | 'breach'
}

/** The few numbers one looks at first. */
export function Tiles({ label, tiles }: { label: string; tiles: readonly Tile[] }) {
  return (
    <ul className={`plain ${styles.tiles}`} aria-label={label}>
      {tiles.map((tile) => (
        <li key={tile.id} className={styles.tile} data-tone={tile.tone}>
          <span className={styles.label}>{tile.label}</span>
          <span className={styles.value}>{tile.value}</span>
          {tile.note && <span className={`meta ${styles.note}`}>{tile.note}</span>}
        </li>
      ))}
    </ul>
  )
}
