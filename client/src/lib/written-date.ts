/** Dates as people write and read them, in English or French, to and from "2026-11-29" and "2026-11-29T14:30". */
export type DateKind = 'date' | 'dateTime'

const two = (number: number) => String(number).padStart(2, '0')
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Names of months in both languages: whoever writes "29 Nov" at a French desk means November as well. */
const months = ['en-GB', 'fr-FR'].flatMap((locale) => {
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => ({
    month: month + 1,
    name: plain(name.format(Date.UTC(2026, month))),
  }))
})

/** By the beginning of its name, where that is the beginning of one month alone. */
function monthOf(word: string): number | undefined {
  const found = new Set(months.filter(({ name }) => name.startsWith(word)).map(({ month }) => month))
  return word.length >= 3 && found.size === 1 ? [...found][0] : undefined
}

const iso = /^(\d{4})-(\d\d)-(\d\d)/
const numbers = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d(?!\d))/
const named = /^(\d{1,2})(?:er|st|nd|rd|th)? ?([a-z]{3,})\.?,? ?(\d{4})/
const american = /^([a-z]{3,})\.? ?(\d{1,2})(?:st|nd|rd|th)?,? ?(\d{4})/

function dateIn(text: string): { date: string; rest: string } | null {
  const forms: [RegExp, (parts: string[]) => (string | number | undefined)[]][] = [
    [iso, ([, year, month, day]) => [year, month, day]],
    // The day comes first in both of the product's languages.
    [numbers, ([, day, , month, year]) => [year!.length === 2 ? `20${year}` : year, month, day]],
    [named, ([, day, month, year]) => [year, monthOf(month!), day]],
    [american, ([, month, day, year]) => [year, monthOf(month!), day]],
  ]
  for (const [form, partsOf] of forms) {
    const found = form.exec(text)
    if (!found) continue
    const [year, month, day] = partsOf(found).map(Number) as [number, number, number]
    const at = new Date(Date.UTC(year, month - 1, day))
    // No 31 February, which would be a day of March.
    if (year < 1900 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null
    return { date: `${year}-${two(month)}-${two(day)}`, rest: text.slice(found[0].length) }
  }
  return null
}

const clock = /^(?:t|,? ?(?:at |a )?)(\d{1,2})(?: ?[:h] ?(\d\d)?|\.(\d\d))?(?::\d\d)? ?(am|pm)?$/

function timeIn(text: string): string | null {
  const found = clock.exec(text)
  if (!found) return null
  const [, hours, minutes = found[3], , half] = found
  // A bare number is half of a time.
  if (minutes === undefined && !half && !/h ?$/.test(text)) return null
  const hour = half ? (Number(hours) % 12) + (half === 'pm' ? 12 : 0) : Number(hours)
  if ((half && Number(hours) > 12) || hour > 23 || Number(minutes ?? 0) > 59) return null
  return `${two(hour)}:${two(Number(minutes ?? 0))}`
}

/** "29/11/2026 14:30", "29 Nov 2026 2:30 pm", "29.11.26 14h30" or as machines write it; null when it cannot be read. */
export function readDate(text: string, kind: DateKind): string | null {
  const found = dateIn(plain(text).trim().replaceAll(/\s+/g, ' '))
  if (!found) return null
  if (kind === 'date') return found.rest === '' ? found.date : null
  const time = timeIn(found.rest)
  return time && `${found.date}T${time}`
}

/** "29 Nov 2026 14:30", French "29/11/2026 14:30"; what is no date stays as it is. */
export function writeDate(value: string, language: string, kind: DateKind): string {
  if (readDate(value, kind) !== value) return value
  const date = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone: 'UTC',
    day: language === 'fr' ? '2-digit' : 'numeric',
    month: language === 'fr' ? '2-digit' : 'short',
    year: 'numeric',
  }).format(Date.parse(value.slice(0, 10)))
  return kind === 'date' ? date : `${date} ${value.slice(11)}`
}

export const isDate = (value: string): boolean => readDate(value, 'date') === value
