import { currentLanguage } from '~/i18n'
import { timeText, type Hours } from './week'

/** "08:00–12:00, 13:00–17:00". */
export const hoursText = (hours: readonly Hours[]): string =>
  hours.map(({ from, to }) => `${timeText(from)}–${timeText(to)}`).join(', ')

/** A calendar date with its weekday, in no zone: "Fri, 25 Dec 2026". */
export const dateText = (date: string): string =>
  new Intl.DateTimeFormat(currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(new Date(date))

/** The name of a month from its first day. */
export const monthText = (date: string): string =>
  new Intl.DateTimeFormat(currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB', { timeZone: 'UTC', month: 'long' }).format(
    new Date(date),
  )
