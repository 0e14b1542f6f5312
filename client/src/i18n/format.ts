import { useTranslation } from 'react-i18next'
import { createStore, useStore } from '~/lib/store'
import { currentLanguage } from './index'

/** The reader's time zone, from the account. */
export const timeZone = createStore(Intl.DateTimeFormat().resolvedOptions().timeZone)

const locale = (language: string) => (language === 'fr' ? 'fr-FR' : 'en-GB')
const minute = 60_000
const hour = 60 * minute
const wholeDay = 24 * hour

export function makeFormat(language: string, zone: string) {
  const of = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale(language), { timeZone: zone, ...options })
  const short = of({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
  const long = of({ dateStyle: 'full', timeStyle: 'short' })
  const date = of({ day: 'numeric', month: 'short', year: 'numeric' })
  const day = new Intl.DateTimeFormat(locale(language), {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  })
  const calendarDate = new Intl.DateTimeFormat(locale(language), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  const list = new Intl.ListFormat(locale(language))
  const time = of({ hour: '2-digit', minute: '2-digit' })
  const relative = new Intl.RelativeTimeFormat(locale(language), { numeric: 'auto', style: 'short' })
  const number = new Intl.NumberFormat(locale(language), { maximumFractionDigits: 2 })
  const at = (value: string | Date | number) => (value instanceof Date ? value : new Date(value))

  return {
    /** mon. 23 nov., 14:30 */
    dateTime: (value: string | Date | number) => short.format(at(value)),
    /** A calendar date, the same in every zone: Fri 25 Dec. */
    day: (value: string) => day.format(at(value)),
    /** The same with its year: 25 Dec 2026. */
    calendarDate: (value: string) => calendarDate.format(at(value)),
    list: (values: readonly string[]) => list.format(values),
    full: (value: string | Date | number) => long.format(at(value)),
    date: (value: string | Date | number) => date.format(at(value)),
    time: (value: string | Date | number) => time.format(at(value)),
    number: (value: number) => number.format(value),
    percent: (value: number) =>
      new Intl.NumberFormat(locale(language), { style: 'percent', maximumFractionDigits: 1 }).format(value),
    /** 12 min ago; the date when it is more than a day away. */
    ago(value: string, now: number) {
      // The server's clock may be ahead of this one; what has happened is never in the future.
      const away = Math.min(0, at(value).getTime() - now)
      // What Intl has for no minutes at all ("this minute") is nothing people say.
      if (Math.abs(away) < minute / 2) return language === 'fr' ? 'à l’instant' : 'just now'
      if (Math.abs(away) < hour) return relative.format(Math.round(away / minute), 'minute')
      if (Math.abs(away) < wholeDay) return relative.format(Math.round(away / hour), 'hour')
      return short.format(at(value))
    },
    duration: (seconds: number) => duration(seconds, language),
    age: (seconds: number) => age(seconds, language),
    openTime: (seconds: number) => openTime(seconds, language),
    collator: new Intl.Collator(locale(language)),
  }
}

/** Two units at most, a minus sign for what is late: "1d 3h", "42m", "−2h 10m"; French "1 j 3 h", "42 min". */
export function duration(seconds: number, language: string): string {
  const units = language === 'fr' ? ['\u00a0j', '\u00a0h', '\u00a0min'] : ['d', 'h', 'm']
  const total = Math.floor(Math.abs(seconds) / 60)
  const parts = [Math.floor(total / 1440), Math.floor(total / 60) % 24, total % 60]
  const first = parts.findIndex((part) => part > 0)
  if (first === -1) return `${seconds < 0 ? '−' : ''}0${units[2]}`
  const shown = parts
    .slice(first, first + 2)
    .map((part, index) => ({ part, unit: units[first + index] }))
    .filter(({ part }) => part > 0)
    .map(({ part, unit }) => `${part}${unit}`)
  return (seconds < 0 ? '−' : '') + shown.join(language === 'fr' ? '\u00a0' : ' ')
}

/** How old something is where there is room for one unit: "4d", "3h", "0m"; French "4 j". */
export const age = (seconds: number, language: string): string =>
  duration(seconds < 3600 ? Math.max(0, seconds) : seconds - (seconds % (seconds < 86_400 ? 3600 : 86_400)), language)

/** Time of a calendar's open hours, which has no days of its own: "178h", "3h 10m", "−42m"; French "178 h". */
export function openTime(seconds: number, language: string): string {
  const hours = Math.floor(Math.abs(seconds) / 3600)
  if (hours < 24) return duration(seconds, language)
  const text = new Intl.NumberFormat(locale(language)).format(hours)
  return `${seconds < 0 ? '−' : ''}${text}${language === 'fr' ? '\u00a0h' : 'h'}`
}

const cache = new Map<string, ReturnType<typeof makeFormat>>()

/** Dates, numbers and durations as the reader writes them. */
export function useFormat() {
  useTranslation()
  const zone = useStore(timeZone)
  const language = currentLanguage()
  const key = `${language} ${zone}`
  const known = cache.get(key)
  if (known) return known
  const made = makeFormat(language, zone)
  cache.set(key, made)
  return made
}
