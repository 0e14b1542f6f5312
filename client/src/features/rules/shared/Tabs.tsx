import { Link } from '@tanstack/react-router'
import styles from './Tabs.module.css'

interface Props<T extends string> {
  label: string
  tabs: readonly (readonly [id: T, label: string])[]
  active: T
}

/** The parts of a page, each with an address of its own. */
export function Tabs<T extends string>({ label, tabs, active }: Props<T>) {
  return (
    <nav aria-label={label}>
      <ul className={`plain ${styles.tabs}`}>
        {tabs.map(([id, text]) => (
          <li key={id}>
            <Link
              to="."
              search={(before: Record<string, unknown>) => ({ ...before, tab: id })}
              resetScroll={false}
              className={styles.tab}
              aria-current={id === active ? 'page' : undefined}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
