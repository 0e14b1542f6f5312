import type { Schemas } from '~/api/types'

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

export const midnight = 24 * 60

/** Opening hours in minutes of their own day; an end beyond midnight lies on the next day. */
export interface Hours {
  from: number
  to: number
}

export type Week = Record<Weekday, Hours[]>

const two = (value: number) => String(value).padStart(2, '0')

/** "08:00"; "24:00" for the midnight at which a day ends. */
export const timeText = (minutes: number): string =>
  minutes === midnight ? '24:00' : `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`

/** "8", "8h30", "08:30", "830" and "24:00" as minutes; null for anything else. */
export function parseTime(text: string): number | null {
  const match = /^(\d{1,2})(?:\s*[:h.]?\s*([0-5]\d))?\s*h?$/i.exec(text.trim())
  const bare = /^(\d)([0-5]\d)$/.exec(text.trim())
  const [, hours, minutes] = (bare ?? match ?? []) as (string | undefined)[]
  if (hours === undefined) return null
  const total = Number(hours) * 60 + Number(minutes ?? 0)
  return total <= midnight ? total : null
}

/** Hours from two times of day: an end before the beginning is tomorrow's. Null when they are the same. */
export function hoursOf(from: number, to: number): Hours | null {
  if (from === to || from >= midnight) return null
  return { from, to: to < from ? to + midnight : to }
}

/** Sorted, with what overlaps or touches made one. */
export function unite(hours: readonly Hours[]): Hours[] {
  const sorted = [...hours].sort((a, b) => a.from - b.from)
  const united: Hours[] = []
  for (const each of sorted) {
    const last = united.at(-1)
    if (last && each.from <= last.to) last.to = Math.min(Math.max(last.to, each.to), last.from + midnight)
    else united.push({ ...each })
  }
  return united
}

type Windows = null | undefined | readonly Schemas['WindowBody'][]

export const readHours = (windows: Windows): Hours[] =>
  (windows ?? []).flatMap(({ from, to }) => hoursOf(parseTime(from) ?? 0, parseTime(to) ?? midnight) ?? [])

export const writeHours = (hours: readonly Hours[]): Schemas['WindowBody'][] =>
  hours.map(({ from, to }) => ({ from: timeText(from), to: timeText(to) }))

export const readWeek = (weekly: Schemas['WeeklyBody']): Week =>
  Object.fromEntries(weekdays.map((day) => [day, readHours(weekly[day])])) as Week

export const writeWeek = (week: Week): Schemas['WeeklyBody'] =>
  Object.fromEntries(weekdays.map((day) => [day, writeHours(week[day])]))

export const minutesOf = (hours: readonly Hours[]): number =>
  unite(hours).reduce((total, { from, to }) => total + to - from, 0)

/** Minutes a week, without counting twice what a night shares with the morning after. */
export function weekMinutes(week: Week): number {
  const all = weekdays.flatMap((day, index) =>
    week[day].map(({ from, to }) => ({ from: from + index * midnight, to: to + index * midnight })),
  )
  const sorted = all.sort((a, b) => a.from - b.from)
  let [total, end] = [0, 0]
  for (const { from, to } of sorted) {
    if (to <= end) continue
    total += to - Math.max(from, end)
    end = to
  }
  // Sunday night reaches into a Monday that was counted already.
  const over = Math.max(0, end - 7 * midnight)
  const first = sorted.filter(({ from }) => from < over)
  return total - first.reduce((sum, { from, to }) => sum + Math.min(to, over) - from, 0)
}

/** Seconds of service on an ordinary day: the length most open days have, the longer of two. */
export function ordinaryDay(week: Week): number {
  const lengths = weekdays.map((day) => Math.min(minutesOf(week[day]), midnight)).filter((minutes) => minutes > 0)
  const often = (minutes: number) => lengths.filter((each) => each === minutes).length
  const [first = 0] = [...lengths].sort((a, b) => often(b) - often(a) || b - a)
  return first * 60
}
