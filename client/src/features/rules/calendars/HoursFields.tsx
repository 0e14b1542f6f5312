import { ActionIcon, Button } from '@mantine/core'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TimeField } from './TimeField'
import { hoursOf, midnight, unite, type Hours } from './week'
import styles from './WeekEditor.module.css'

interface Props {
  /** The day they are of, for their names. */
  name: string
  hours: readonly Hours[]
  onChange: (hours: Hours[]) => void
}

/** Room for one more: after the last hours, else in the morning. */
function nextHours(hours: readonly Hours[]): Hours | null {
  const end = hours.at(-1)?.to
  if (end === undefined) return { from: 8 * 60, to: 12 * 60 }
  if (end + 60 < midnight) return { from: end + 60, to: Math.min(end + 5 * 60, midnight) }
  const start = hours[0]!.from
  return start >= 120 ? { from: 0, to: start - 60 } : null
}

/** Opening hours as pairs of fields: the whole of it by keyboard, to the minute. */
export function HoursFields({ name, hours, onChange }: Props) {
  const { t } = useTranslation()
  const next = nextHours(hours)
  const replace = (at: number, with_: Hours | null) => {
    if (with_) onChange(unite(hours.map((each, index) => (index === at ? with_ : each))))
  }
  return (
    <div className={styles.pairs}>
      {hours.map((each, at) => (
        <span key={at} className={styles.pair}>
          <TimeField
            label={t('rules:week.from', { day: name, number: at + 1 })}
            value={each.from}
            allows={(from) => hoursOf(from, each.to % midnight) !== null}
            onChange={(from) => replace(at, hoursOf(from, each.to === midnight ? midnight : each.to % midnight))}
          />
          <span aria-hidden>–</span>
          <TimeField
            label={t('rules:week.to', { day: name, number: at + 1 })}
            value={each.to}
            allows={(to) => hoursOf(each.from, to) !== null}
            onChange={(to) => replace(at, hoursOf(each.from, to))}
          />
          {each.to > midnight && <span className="meta">{t('rules:week.nextDay')}</span>}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('rules:week.remove', { day: name, number: at + 1 })}
            onClick={() => onChange(hours.filter((_, index) => index !== at))}
          >
            <X size={14} aria-hidden />
          </ActionIcon>
        </span>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<Plus size={14} aria-hidden />}
        aria-label={t('rules:week.addTo', { day: name })}
        disabled={!next}
        onClick={() => next && onChange(unite([...hours, next]))}
      >
        {t('rules:week.add')}
      </Button>
    </div>
  )
}
