import type { ChartSeries } from './patterns'

/** The fills of a chart, for `fill="url(#…)"`. */
export function ChartPatterns({ prefix, series }: { prefix: string; series: readonly ChartSeries[] }) {
  return (
    <defs>
      {series.map(({ id, color, pattern }) => (
        <pattern key={id} id={`${prefix}${id}`} width={8} height={8} patternUnits="userSpaceOnUse">
          {(pattern === 'solid' || pattern === 'line') && <rect width={8} height={8} fill={color} />}
          {pattern !== 'solid' && pattern !== 'line' && <rect width={8} height={8} fill="var(--surface-1)" />}
          {(pattern === 'hatched' || pattern === 'crossed') && (
            <path d="M-2 2l4-4M0 8l8-8M6 10l4-4" stroke={color} strokeWidth={2.5} />
          )}
          {pattern === 'crossed' && <path d="M-2 6l4 4M0 0l8 8M6-2l4 4" stroke={color} strokeWidth={1.5} />}
          {pattern === 'dots' && (
            <>
              <circle cx={2} cy={2} r={1.6} fill={color} />
              <circle cx={6} cy={6} r={1.6} fill={color} />
            </>
          )}
        </pattern>
      ))}
    </defs>
  )
}
