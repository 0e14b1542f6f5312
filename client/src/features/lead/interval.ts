import type { ReportInterval } from '~/data/reports'
import { intervals } from './choices'

const length = { day: 1, week: 7, month: 28 }
/** More than the server answers, it is a table that nobody reads. */
const most = 400
const readable = 45

/** The intervals a period can be cut into. */
export const intervalsFor = (days: number): ReportInterval[] => intervals.filter((each) => days / length[each] < most)

/** The one that was asked for, if there is room for it; otherwise the finest that is still readable. */
export function intervalOf(asked: ReportInterval | undefined, days: number): ReportInterval {
  const known = intervalsFor(days)
  if (asked && known.includes(asked)) return asked
  return known.find((each) => days / length[each] <= readable) ?? 'month'
}
