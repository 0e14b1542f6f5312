import { isDate } from '~/lib/written-date'

/** Why a value will not do, as the key of a text; for a value of several parts, by part. */
export type Refusal = string | Record<string, string> | undefined

/** What each field of a form must hold to. */
export type Checks<F> = { [K in keyof F]?: (value: F[K], values: F) => Refusal }

const required = 'required'
const tooLong = 'admin:form.tooLong'

/** A line that must be there. */
export const filled =
  (max = 200) =>
  (value: string): string | undefined =>
    value === '' ? required : optional(max)(value)

/** A text that may be left empty. */
export const optional =
  (max = 200) =>
  (value: string): string | undefined =>
    value.length > max ? tooLong : undefined

/** Something that must be chosen. */
export const chosen = (value: unknown): string | undefined =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0) ? required : undefined

/** A short stable word: letters, digits, '-', '_' and '.'. */
export const key =
  (max = 100) =>
  (value: string): string | undefined =>
    filled(max)(value) ?? (/^[A-Za-z0-9._-]+$/.test(value) ? undefined : 'admin:form.key')

/** A text in both languages. */
export interface Texts {
  en: string
  fr: string
}

export const optionalTexts =
  (max = 200) =>
  ({ en, fr }: Texts): Refusal => {
    const long = Object.entries({ en, fr }).filter(([, text]) => text.length > max)
    return long.length > 0 ? Object.fromEntries(long.map(([language]) => [language, tooLong])) : undefined
  }

/** A text in one language at least. */
export const texts =
  (max = 200) =>
  (value: Texts): Refusal =>
    value.en === '' && value.fr === '' ? { en: required } : optionalTexts(max)(value)

/** A whole date, or nothing; the box says how one is written. */
export const dateOrNone = (value: string): string | undefined =>
  value === '' || isDate(value) ? undefined : 'admin:form.refused'

/** An IANA time zone, or nothing. */
export function zone(name: string): string | undefined {
  if (name === '') return undefined
  try {
    Intl.DateTimeFormat('en', { timeZone: name })
    return undefined
  } catch {
    return 'admin:form.zone'
  }
}

/** The two languages of a label as the API gives it. */
export function textsOf(value: unknown): Texts {
  if (typeof value === 'string') return { en: value, fr: value }
  const { en, fr } = (value ?? {}) as { en?: string | null; fr?: string | null }
  return { en: en ?? '', fr: fr ?? '' }
}

/** A label as the API takes it: a language that was left empty is not there. */
export const bodyOfTexts = ({ en, fr }: Texts) => ({ en: en || null, fr: fr || null })

function trim<T>(value: T): T {
  if (typeof value === 'string') return value.trim() as T
  if (Array.isArray(value)) return value.map(trim) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, trim(part)])) as T
}

/** A form's values without spaces around them, and what is wrong with each. */
export function checkAll<F extends object>(
  values: F,
  checks: Checks<F>,
): { values: F; refused: Record<string, string> } {
  const trimmed = trim(values)
  const refused: Record<string, string> = {}
  for (const field of Object.keys(checks) as (keyof F & string)[]) {
    const refusal = checks[field]?.(trimmed[field], trimmed)
    if (typeof refusal === 'string') refused[field] = refusal
    else for (const [part, message] of Object.entries(refusal ?? {})) refused[`${field}.${part}`] = message
  }
  return { values: trimmed, refused }
}
