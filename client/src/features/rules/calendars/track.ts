import { midnight, type Hours } from './week'

/** What the pointer does to the hours of a day. */
export interface Drag {
  /** Which hours; null draws new ones. */
  index: number | null
  edge: 'all' | 'from' | 'to'
  start: number
  now: number
}

const quarter = 15
const snap = (minutes: number) => Math.round(minutes / quarter) * quarter
const within = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)

function moved({ from, to }: Hours, by: number): Hours {
  const start = within(from + by, 0, midnight - quarter)
  return { from: start, to: start + to - from }
}

function resized(hours: Hours, edge: 'from' | 'to', by: number): Hours {
  const { from, to } = hours
  return edge === 'from'
    ? { from: within(from + by, Math.max(0, to - midnight), Math.min(to, midnight) - quarter), to }
    : { from, to: within(to + by, from + quarter, from + midnight) }
}

/** The hours as they are while the pointer is where it is; a click without a move opens an hour. */
export function dragged(hours: readonly Hours[], { index, edge, start, now }: Drag): Hours[] {
  const by = snap(now - start)
  if (index !== null)
    return hours.map((each, at) => (at !== index ? each : edge === 'all' ? moved(each, by) : resized(each, edge, by)))

  const [low, high] = [snap(Math.min(start, now)), snap(Math.max(start, now))]
  const from = within(low, 0, midnight - quarter)
  const to = within(high, from + quarter, midnight)
  return [...hours, by === 0 ? { from, to: Math.min(from + 60, midnight) } : { from, to }]
}

interface Pressed {
  key: string
  shiftKey: boolean
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
}

/** What an arrow key does: moves by a quarter, with Shift the end, with Alt the beginning; up and down by an hour. */
export function stepped(hours: Hours, { key, shiftKey, altKey, ctrlKey, metaKey }: Pressed): Hours | null {
  const by = { ArrowLeft: -quarter, ArrowRight: quarter, ArrowDown: -60, ArrowUp: 60 }[key]
  if (by === undefined || ctrlKey || metaKey) return null
  if (altKey) return resized(hours, 'from', by)
  return shiftKey ? resized(hours, 'to', by) : moved(hours, by)
}
