export interface Clock {
  target: string
  state: string
  dueAt: string | null
  remainingSeconds: number
  usedShare: number
  pausedSince: string | null
  pausedReason?: string | null
  openWindows?: readonly { from: string; to: string }[]
}

export type Tone = 'ok' | 'risk' | 'breach' | 'paused' | 'met'

/** Open seconds between two instants, counted in the windows the server sent. */
export function openSeconds(windows: readonly { from: string; to: string }[], from: number, to: number): number {
  let total = 0
  for (const window of windows) {
    const start = Math.max(from, Date.parse(window.from))
    const end = Math.min(to, Date.parse(window.to))
    if (end > start) total += end - start
  }
  return total / 1000
}

/** What is left now of open time, from what was left when the clock was read. */
export function remaining(clock: Clock, readAt: number, now: number): number {
  if (clock.state !== 'running') return clock.remainingSeconds
  return clock.remainingSeconds - openSeconds(clock.openWindows ?? [], readAt, now)
}

export function toneOf(clock: Clock, left: number): Tone {
  if (clock.state === 'paused') return 'paused'
  if (clock.state === 'met') return 'met'
  if (clock.state === 'missed' || left < 0) return 'breach'
  if (clock.state === 'cancelled') return 'paused'
  return usedNow(clock, left) >= 0.75 ? 'risk' : 'ok'
}

// The target's length follows from the share that was used when the clock was read.
function usedNow(clock: Clock, left: number): number {
  if (clock.usedShare >= 1 || clock.usedShare <= 0) return clock.usedShare
  const target = clock.remainingSeconds / (1 - clock.usedShare)
  return target > 0 ? 1 - left / target : clock.usedShare
}

/** The one deadline a row shows: the running clock that ends first, else a paused one. */
export function nextClock<T extends Clock>(clocks: readonly T[]): T | undefined {
  const running = clocks.filter((clock) => clock.state === 'running' || (clock.state === 'missed' && clock.dueAt))
  const open = clocks.filter((clock) => clock.state === 'running')
  const byLeft = (a: T, b: T) => a.remainingSeconds - b.remainingSeconds
  return [...open].sort(byLeft)[0] ?? clocks.find((clock) => clock.state === 'paused') ?? [...running].sort(byLeft)[0]
}
