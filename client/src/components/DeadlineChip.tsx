import { Check, Clock3, Flame, Pause, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Clock } from '~/lib/deadline'
import styles from './DeadlineChip.module.css'
import { useClockWords } from './use-clock-words'

const icons = { ok: Clock3, risk: TriangleAlert, breach: Flame, paused: Pause, met: Check }

interface Props {
  clock: Clock
  /** When the server was asked; the countdown starts there. */
  readAt: number
  /** With the name of the target, as on the ticket's page. */
  named?: boolean
  /** What the ticket waits for, where the clock itself does not say it. */
  waitingFor?: string | null
}

/** One deadline: which, how much open time is left, and by shape and colour how pressing it is. */
export function DeadlineChip({ clock, readAt, named = false, waitingFor }: Props) {
  const { t } = useTranslation()
  const { tone, target, text, full, age } = useClockWords(clock, readAt, waitingFor)!
  const Icon = icons[tone]
  const isPaused = clock.state === 'paused'
  return (
    <span className={styles.chip} data-tone={tone} title={`${target} · ${full}`}>
      <Icon size={13} aria-hidden />
      {named ? (
        <span>{target}</span>
      ) : (
        // Why it stands still says more than which clock does.
        !isPaused && (
          <span aria-hidden className={styles.letter}>
            {t(`targetLetter.${clock.target}`)}
          </span>
        )
      )}
      <span className="visually-hidden">{named ? '' : target}</span>
      <span aria-hidden={isPaused} className="clip">
        {text}
      </span>
      {age && <span aria-hidden>{age}</span>}
      {isPaused && <span className="visually-hidden">{full}</span>}
    </span>
  )
}
