export type DurationUnit = 'minutes' | 'hours' | 'days'

const seconds: Record<DurationUnit, number> = { minutes: 60, hours: 3600, days: 86_400 }

/** The seconds of "P7D" or "PT4H30M"; null when it is no such duration. */
export function secondsOf(duration: string): number | null {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(duration)
  if (!match || duration === 'P' || duration.endsWith('T')) return null
  const [days, hours, minutes, rest] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ]
  return days * seconds.days + hours * seconds.hours + minutes * seconds.minutes + rest
}

/** How many of a unit it is. */
export function amountOf(duration: string, unit: DurationUnit): number | null {
  const total = secondsOf(duration)
  return total === null ? null : total / seconds[unit]
}

/** In hours, minutes and seconds, which is what the API takes. */
export function durationOf(amount: number, unit: DurationUnit): string {
  const total = Math.round(amount * seconds[unit])
  const parts = [
    [Math.floor(total / 3600), 'H'],
    [Math.floor((total % 3600) / 60), 'M'],
    [total % 60, 'S'],
  ] as const
  const told = parts.filter(([count]) => count > 0).map(([count, letter]) => `${count}${letter}`)
  return `PT${told.join('') || '0S'}`
}

/** The largest unit that tells it in whole numbers. */
export function unitFor(duration: string, units: readonly DurationUnit[]): DurationUnit {
  const total = secondsOf(duration)
  if (!total) return units.at(-1)!
  return [...units].reverse().find((unit) => total % seconds[unit] === 0) ?? units[0]!
}
