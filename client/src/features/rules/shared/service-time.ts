/** Time of service as people type it and as the API writes it; a day of it is what the calendar opens on an ordinary day. */
const units: [pattern: RegExp, seconds: (day: number) => number][] = [
  [/^(d|days?|j|jours?)$/, (day) => day],
  [/^(h|hrs?|hours?|heures?)$/, () => 3600],
  [/^(m|min|mins|mn|minutes?)$/, () => 60],
  [/^(s|sec|secs|seconds?|secondes?)$/, () => 1],
]

/** "4 h 30", "4h30", "1j 2h", "1.5 h", "90 min", "4:30"; a number alone is hours. Null when it cannot be read. */
export function parseServiceTime(text: string, daySeconds: number): number | null {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(',', '.')
    .replaceAll(/\s+|\bet\b|\band\b/g, '')
  const clock = /^(\d+):([0-5]\d)$/.exec(plain)
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60
  if (!/^(\d+(\.\d+)?[a-z]*)+$/.test(plain)) return null

  let total = 0
  // What a number without a unit counts: hours when it stands alone, after hours minutes.
  let next: number | null = 3600
  for (const [, amount, name] of plain.matchAll(/(\d+(?:\.\d+)?)([a-z]*)/g)) {
    const unit: number | null | undefined = name ? units.find(([pattern]) => pattern.test(name))?.[1](daySeconds) : next
    // A day without a calendar is no time at all.
    if (!unit) return null
    total += Number(amount) * unit
    next = unit === 3600 && name ? 60 : unit === 60 && name ? 1 : null
  }
  return Math.round(total)
}

export function toIso(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const parts = [hours && `${hours}H`, minutes && `${minutes}M`, rest && `${rest}S`].filter(Boolean)
  return `PT${parts.length > 0 ? parts.join('') : '0S'}`
}

/** Reads what the API writes; days in it are days of 24 hours. */
export function fromIso(text: string | null | undefined): number | null {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/.exec(text ?? '')
  if (!match) return null
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0))
  return days! * 86_400 + hours! * 3600 + minutes! * 60 + seconds!
}

const names: Record<string, [hour: string, minute: string, second: string, between: string]> = {
  fr: ['\u00a0h', '\u00a0min', '\u00a0s', '\u00a0'],
  en: ['h', 'm', 's', ' '],
}

/** Hours of service, however many: "40 h", "4 h 30 min"; English "40h", "4h 30m". */
export function serviceTime(seconds: number, language: string): string {
  const [hour, minute, second, between] = names[language] ?? names.en!
  const parts = [
    [Math.floor(seconds / 3600), hour],
    [Math.floor(seconds / 60) % 60, minute],
    [seconds % 60, second],
  ] as const
  const shown = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount}${unit}`)
  return shown.length > 0 ? shown.join(between) : `0${minute}`
}

/** Whole working days and what is left over, where a day is what the calendar opens on an ordinary day. */
export function workingDays(seconds: number, daySeconds: number): { days: number; rest: number } {
  if (daySeconds <= 0) return { days: 0, rest: seconds }
  return { days: Math.floor(seconds / daySeconds), rest: seconds % daySeconds }
}
