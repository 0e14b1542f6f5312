import type { Schemas } from '~/api/types'

type Interval = Pick<Schemas['ExplainedInterval'], 'from' | 'to' | 'kind' | 'counted'> & {
  spans: readonly Pick<Schemas['ExplainedSpan'], 'from' | 'to' | 'kind'>[]
}

export interface Stretch {
  from: string
  kind: 'counted' | 'closed' | 'paused'
  /** Of the whole picture. */
  share: number
}

/** Where each stretch of a clock's life stands in its picture, and where it fell due. */
export function drawLedger(intervals: readonly Interval[], due: string | null) {
  const from = intervals[0]?.from ?? ''
  const to = intervals.at(-1)?.to ?? ''
  const [begin, end] = [Date.parse(from), Date.parse(to)]
  const whole = end - begin
  if (!(whole > 0)) return { stretches: [] as Stretch[], from, to, dueShare: null }
  const stretches = intervals.flatMap((interval) =>
    (interval.spans.length > 0 ? interval.spans : [{ from: interval.from, to: interval.to, kind: 'open' }]).map(
      (span): Stretch => ({
        from: span.from,
        kind: !interval.counted ? 'paused' : span.kind === 'open' ? 'counted' : 'closed',
        share: (Date.parse(span.to) - Date.parse(span.from)) / whole,
      }),
    ),
  )
  const at = due === null ? Number.NaN : (Date.parse(due) - begin) / whole
  return { stretches, from, to, dueShare: at >= 0 && at <= 1 ? at : null }
}
