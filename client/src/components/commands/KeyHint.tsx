import styles from './KeyHint.module.css'

const mac = navigator.platform.startsWith('Mac')
const names: Record<string, string> = { mod: mac ? '⌘' : 'Ctrl', shift: '⇧', enter: '↵', escape: 'Esc', space: '␣' }

/** A key as it is printed on the keyboard. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className={styles.hint}>
      {keys.split(' ').map((part) => (
        <kbd key={part}>
          {part
            .split('+')
            .map((key) => names[key] ?? key.toUpperCase())
            .join(' ')}
        </kbd>
      ))}
    </span>
  )
}
