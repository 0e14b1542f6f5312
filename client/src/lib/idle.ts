import { useEffect } from 'react'

/** Does something when nothing else is to do; once, as long as the component is there. */
export function useIdle(task: () => unknown): void {
  useEffect(() => {
    // Safari has no idle time to tell of.
    if (typeof requestIdleCallback === 'function') {
      const waiting = requestIdleCallback(task)
      return () => cancelIdleCallback(waiting)
    }
    const waiting = setTimeout(task, 1_000)
    return () => clearTimeout(waiting)
  }, [task])
}
