import { Button } from '@mantine/core'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { dateText, hoursText } from './hours-text'
import { MonthGrid } from './MonthGrid'
import { yearOf, type SourcedDay } from './year'
import type { Week } from './week'
import styles from './YearView.module.css'

interface Props {
  year: number
  onYear: (year: number) => void
  week: Week
  special: ReadonlyMap<string, SourcedDay>
}

/** A year at a glance: which days are closed or other than usual, as a picture and in words. */
export function YearView({ year, onYear, week, special }: Props) {
  const { t } = useTranslation()
  const months = yearOf(year, week, special)
  const told = months.flat().filter((day) => day.special)
  const missed = told.filter((day) => day.kind === 'closed').length
  return (
    <section className="stack" aria-label={t('rules:year.title', { year })}>
      <div className="row">
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('rules:year.before')}
          onClick={() => onYear(year - 1)}
        >
          <ChevronLeft size={16} aria-hidden />
        </Button>
        <h2>{t('rules:year.title', { year })}</h2>
        <Button variant="default" size="compact-sm" aria-label={t('rules:year.after')} onClick={() => onYear(year + 1)}>
          <ChevronRight size={16} aria-hidden />
        </Button>
        <span className="dim" role="status">
          {t('rules:year.sum', { count: missed })}
        </span>
      </div>
      <div className={styles.months} aria-hidden>
        {months.map((days, month) => (
          <MonthGrid key={month} days={days} />
        ))}
      </div>
      <ul className={styles.legend} aria-hidden>
        {(['open', 'rest', 'closed', 'other'] as const).map((kind) => (
          <li key={kind}>
            <span className={styles.day} data-kind={kind}>
              1
            </span>
            {t(`rules:year.kind.${kind}`)}
          </li>
        ))}
      </ul>
      <ul className={`plain ${styles.told}`}>
        {told.map(({ date, special: day, usual }) => (
          <li key={date}>
            <strong>{dateText(date)}</strong> {day!.label}
            <span className="dim">
              {' — '}
              {day!.hours.length > 0 ? hoursText(day!.hours) : t('rules:week.closed')}
              {usual.length === 0 && day!.hours.length === 0 && [' (', t('rules:year.anyway'), ')'].join('')}
              {day!.source && ` · ${day!.source}`}
            </span>
          </li>
        ))}
      </ul>
      {told.length === 0 && <p className="dim">{t('rules:year.none')}</p>}
    </section>
  )
}
