import { useId } from 'react'
import styles from './ChartLegend.module.css'
import { ChartPatterns } from './ChartPatterns'
import type { ChartSeries } from './patterns'

/** What each fill means. */
export function ChartLegend({ series }: { series: readonly ChartSeries[] }) {
  const prefix = useId()
  return (
    <ul className={`plain ${styles.legend}`}>
      {series.map((each) => (
        <li key={each.id} className={styles.entry}>
          <svg width={18} height={12} aria-hidden>
            <ChartPatterns prefix={prefix} series={[each]} />
            {each.pattern === 'line' ? (
              <>
                <path d="M0 6h18" stroke={each.color} strokeWidth={2} />
                <circle cx={9} cy={6} r={3} fill={each.color} />
              </>
            ) : (
              <rect
                x={0.75}
                y={0.75}
                width={16.5}
                height={10.5}
                fill={`url(#${prefix}${each.id})`}
                stroke={each.color}
                strokeWidth={1.5}
              />
            )}
          </svg>
          {each.label}
        </li>
      ))}
    </ul>
  )
}
