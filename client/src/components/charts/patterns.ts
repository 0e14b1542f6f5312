/** How a series is filled: never told by its colour alone. */
export const patterns = ['solid', 'hatched', 'dots', 'crossed', 'outline', 'line'] as const

export type Pattern = (typeof patterns)[number]

export interface ChartSeries {
  id: string
  label: string
  /** One of the tokens. */
  color: `var(--${string})`
  pattern: Pattern
}
