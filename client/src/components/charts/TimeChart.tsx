import { CompositeChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import { useId } from 'react'
import styles from './Chart.module.css'
import { ChartPatterns } from './ChartPatterns'
import type { ChartSeries } from './patterns'

interface Props {
  points: readonly { label: string; values: Record<string, number> }[]
  bars: readonly ChartSeries[]
  line: ChartSeries
  format: (value: number) => string
  onOpen?: (point: number, series: string) => void
}

/** What happened in each interval as bars, what it came to as a line. The same figures stand in a table. */
export default function TimeChart({ points, bars, line, format, onOpen }: Props) {
  const prefix = useId()
  return (
    <CompositeChart
      className={styles.chart}
      h={280}
      data={points.map(({ label, values }) => ({ label, ...values }))}
      dataKey="label"
      tickLine="none"
      curveType="linear"
      maxBarWidth={18}
      accessibilityLayer={false}
      valueFormatter={format}
      yAxisProps={{ allowDecimals: false }}
      series={[
        ...bars.map(({ id, label, color }) => ({ name: id, label, color, type: 'bar' as const })),
        { name: line.id, label: line.label, color: line.color, type: 'line' as const },
      ]}
      barProps={({ name }) => ({
        fill: `url(#${prefix}${name})`,
        stroke: bars.find((each) => each.id === name)?.color,
        strokeOpacity: 1,
        strokeWidth: 1,
        className: onOpen ? styles.opens : undefined,
        onClick: (_, index) => onOpen?.(index, name),
      })}
    >
      <ChartPatterns prefix={prefix} series={bars} />
    </CompositeChart>
  )
}
