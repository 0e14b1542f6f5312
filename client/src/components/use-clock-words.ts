import { useTranslation } from 'react-i18next'
import { useFormat } from '~/i18n/format'
import { useNow } from '~/lib/clock'
import { remaining, toneOf, type Clock } from '~/lib/deadline'

/** A clock in words: the few its chip has room for, with how long a pause lasts by now, and those that say it in full. */
export function useClockWords(clock: Clock | null, readAt: number, waitingFor?: string | null) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  if (!clock) return null
  const left = remaining(clock, readAt, now)
  const tone = toneOf(clock, left)
  const target = t(`target.${clock.target}`)
  const reason = clock.pausedReason ?? waitingFor
  // The names of what a ticket can wait for come with the desk; elsewhere a pause has its beginning only.
  const waits = reason ? t(`desk:pending.${reason}`, { defaultValue: '' }) : ''
  if (clock.state === 'paused') {
    const since = clock.pausedSince ? t('clock.pausedSince', { at: format.dateTime(clock.pausedSince) }) : ''
    const full = [since || t('clock.paused'), waits && t('clock.waiting', { reason: waits })]
      .filter(Boolean)
      .join(' · ')
    const what = reason ? t(`desk:waitsFor.${reason}`, { defaultValue: '' }) : ''
    const age = clock.pausedSince ? format.age((now - Date.parse(clock.pausedSince)) / 1000) : undefined
    return { tone, target, text: what || t('clock.paused'), full, age }
  }
  const counts = tone !== 'met' && clock.state !== 'cancelled' && !(clock.state === 'missed' && left >= 0)
  const due = clock.dueAt ? ` · ${t('clock.due', { at: format.dateTime(clock.dueAt) })}` : ''
  if (!counts) {
    const text = t(`clock.${clock.state}`)
    return { tone, target, text, full: text + due }
  }
  const amount = t(left < 0 ? 'clock.late' : 'clock.left', { time: format.openTime(Math.abs(left)) })
  return { tone, target, text: format.openTime(left), full: amount + due }
}
