import styles from './SkeletonLines.module.css'

export function SkeletonLines({ count }: { count: number }) {
  return (
    <div className={styles.lines} aria-hidden data-skeleton>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={styles.line} style={{ width: `${90 - ((index * 17) % 40)}%` }} />
      ))}
    </div>
  )
}
