import { hoursText, monthText } from './hours-text'
import { weekdayOf, type YearDay } from './year'
import { weekdays } from './week'
import styles from './YearView.module.css'

/** A month in weeks from Monday. */
export function MonthGrid({ days }: { days: readonly YearDay[] }) {
  const first = days[0]!.date
  return (
    <div>
      <p className={styles.month}>{monthText(first)}</p>
      <div className={styles.grid}>
        {days.map(({ date, kind, special }, index) => (
          <span
            key={date}
            className={styles.day}
            data-kind={kind}
            style={index === 0 ? { gridColumnStart: weekdays.indexOf(weekdayOf(first)) + 1 } : undefined}
            title={special && [special.label, hoursText(special.hours)].filter(Boolean).join(' · ')}
          >
            {index + 1}
          </span>
        ))}
      </div>
    </div>
  )
}
