import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import { useId } from 'react'
import styles from './Chart.module.css'
import { ChartPatterns } from './ChartPatterns'
import type { ChartSeries } from './patterns'

export interface BarsRow {
  key: string
  /** With its main figure: the label is what one reads first. */
  label: string
  values: Record<string, number>
}

interface Props {
  rows: readonly BarsRow[]
  series: readonly ChartSeries[]
  format: (value: number) => string
  onOpen?: (row: string, series: string) => void
}

const lineHeight = 34

/** Lying bars, one for each row, made of the series. The same figures stand in a table, for keys and screen readers. */
export default function BarsChart({ rows, series, format, onOpen }: Props) {
  const prefix = useId()
  const data = rows.map(({ key, label, values }) => ({ key, label, ...values }))
  return (
    <BarChart
      className={styles.chart}
      h={rows.length * lineHeight + 44}
      data={data}
      dataKey="label"
      orientation="vertical"
      type="stacked"
      gridAxis="y"
      tickLine="none"
      maxBarWidth={20}
      accessibilityLayer={false}
      series={series.map(({ id, label, color }) => ({ name: id, label, color }))}
      valueFormatter={format}
      xAxisProps={{ allowDecimals: false }}
      yAxisProps={{ width: 'auto', interval: 0 }}
      barProps={({ name }) => ({
        fill: `url(#${prefix}${name})`,
        stroke: series.find((each) => each.id === name)?.color,
        strokeOpacity: 1,
        strokeWidth: 1.5,
        className: onOpen ? styles.opens : undefined,
        onClick: (_, index) => onOpen?.(rows[index]!.key, name),
      })}
    >
      <ChartPatterns prefix={prefix} series={series} />
    </BarChart>
  )
}
