import { useEffect } from 'react'

const pause = 5_000

/**
 * While something waits for the server, asks every few seconds whether it is there, and says so once it came back. A server that
 * was there all along has not come back: what is missing then will not be found by asking again.
 */
export function useServerBack(waits: boolean, knownAway: boolean, onBack: () => void): void {
  useEffect(() => {
    if (!waits) return undefined
    let away = knownAway || !navigator.onLine
    let over = false
    const ask = () =>
      fetch('/', { cache: 'no-store' }).then(
        ({ ok }) => {
          if (ok && away && !over) onBack()
          // One that is starting, or what stands before it, answers as well.
          away = !ok
        },
        () => {
          away = true
        },
      )
    const timer = setInterval(() => void ask(), pause)
    const online = () => void ask()
    addEventListener('online', online)
    if (!away) void ask()
    return () => {
      over = true
      clearInterval(timer)
      removeEventListener('online', online)
    }
  }, [waits, knownAway, onBack])
}
