import { Check, Clock3, Flame, Pause, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '~/i18n/format'
import { useNow } from '~/lib/clock'
import { remaining, toneOf, type Clock } from '~/lib/deadline'
import styles from './DeadlineChip.module.css'

const icons = { ok: Clock3, risk: TriangleAlert, breach: Flame, paused: Pause, met: Check }

interface Props {
  clock: Clock
  /** When the server was asked; the countdown starts there. */
  readAt: number
  /** With the name of the target, as on the ticket's page. */
  named?: boolean
}

/** One deadline: which, how much open time is left, and by shape and colour how pressing it is. */
export function DeadlineChip({ clock, readAt, named = false }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const left = remaining(clock, readAt, useNow())
  const tone = toneOf(clock, left)
  const Icon = icons[tone]
  const target = t(`target.${clock.target}`)
  const text =
    tone === 'paused'
      ? t(`clock.${clock.state === 'cancelled' ? 'cancelled' : 'paused'}`)
      : tone === 'met'
        ? t('clock.met')
        : clock.state === 'missed' && left >= 0
          ? t('clock.missed')
          : format.duration(left)
  const due = clock.dueAt ? t('clock.due', { at: format.dateTime(clock.dueAt) }) : t(`clock.${clock.state}`)
  return (
    <span className={styles.chip} data-tone={tone} title={`${target} · ${due}`}>
      <Icon size={13} aria-hidden />
      {named ? (
        <span>{target}</span>
      ) : (
        <span aria-hidden className={styles.letter}>
          {t(`targetLetter.${clock.target}`)}
        </span>
      )}
      <span className="visually-hidden">{named ? '' : target}</span>
      <span>{text}</span>
    </span>
  )
}
