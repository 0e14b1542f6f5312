import { useSyncExternalStore } from 'react'

const beat = 20_000

// All countdowns share one timer.
const listeners = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const each of listeners) each()
  }, beat)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0 && timer) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

// While nobody listens it stands still: whoever comes next does not begin with the time at which the last one left.
function current(): number {
  if (!timer && Math.abs(Date.now() - now) >= beat) now = Date.now()
  return now
}

/** Now, to twenty seconds; the component is drawn again when it moves. */
export const useNow = (): number => useSyncExternalStore(subscribe, current)
