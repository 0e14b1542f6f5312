type Language = 'en' | 'fr'

/** More digits than these a number does not hold: it would become another one. */
const mostDigits = 15

const mark = (language: Language) => (language === 'fr' ? ',' : '.')

/**
 * What somebody wrote as a number: with their own decimal mark or a point, thousands parted by spaces at most. Undefined for
 * nothing, NaN for what is no number; never a number that was not meant.
 */
export function readDecimal(text: string, language: Language): number | undefined {
  const typed = text.trim()
  if (typed === '') return undefined
  const [, sign, whole, part = ''] = /^([-−+]?)(\d+|\d{1,3}(?:\s\d{3})+|(?=[.,]\d))(?:[.,](\d*))?$/.exec(typed) ?? []
  if (whole === undefined || (typed.includes(',') && mark(language) !== ',')) return Number.NaN
  const digits = whole.replaceAll(/\s/g, '')
  if (`${digits}${part}`.replace(/^0+/, '').length > mostDigits) return Number.NaN
  const size = Number(`${digits || '0'}.${part || '0'}`)
  return size === 0 || (sign !== '-' && sign !== '−') ? size : -size
}

export const writeDecimal = (value: number | undefined, language: Language): string =>
  value === undefined || Number.isNaN(value) ? '' : String(value).replace('.', mark(language))
