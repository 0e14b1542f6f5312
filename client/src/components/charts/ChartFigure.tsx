import { Suspense, type ReactNode } from 'react'
import { SkeletonLines } from '../SkeletonLines'
import { ChartLegend } from './ChartLegend'
import styles from './ChartFigure.module.css'
import type { ChartSeries } from './patterns'

interface Props {
  /** What it shows and where the same figures can be read. */
  label: string
  series: readonly ChartSeries[]
  height: number
  note?: string
  children: ReactNode
}

/** The frame of a chart that is loaded when it is needed; its place is kept meanwhile. */
export function ChartFigure({ label, series, height, note, children }: Props) {
  return (
    <figure className={`card ${styles.figure}`}>
      <ChartLegend series={series} />
      <div role="img" aria-label={label} style={{ minHeight: height }}>
        <Suspense fallback={<SkeletonLines count={6} />}>{children}</Suspense>
      </div>
      {note && <figcaption className="meta">{note}</figcaption>}
    </figure>
  )
}
