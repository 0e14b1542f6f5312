import { followEvents, connection, type Connection, type LiveEvent } from './events'

type Told = { event: LiveEvent } | { reset: true } | { state: Connection }

interface Listener {
  onEvent: (event: LiveEvent) => void
  onReset: () => void
}

/**
 * One connection for the browser, not for each tab: the tab that holds the lock listens and tells the others. Where there are no
 * locks (plain HTTP inside an intranet) each tab listens for itself.
 */
export function shareEvents(listener: Listener): () => void {
  if (!('locks' in navigator)) return followEvents(listener)

  const stop = new AbortController()
  const channel = new BroadcastChannel('servicedesk-events')
  channel.addEventListener('message', ({ data }: MessageEvent<Told | string>) => {
    if (typeof data === 'string') return
    if ('event' in data) listener.onEvent(data.event)
    else if ('state' in data) connection.set(data.state)
    else listener.onReset()
  })
  const lead = () =>
    new Promise<void>((release) => {
      const unfollow = connection.subscribe(() => channel.postMessage({ state: connection.get() } satisfies Told))
      const leave = followEvents({
        onEvent: (event) => {
          listener.onEvent(event)
          channel.postMessage({ event } satisfies Told)
        },
        onReset: () => {
          listener.onReset()
          channel.postMessage({ reset: true } satisfies Told)
        },
      })
      // A tab that joins later asks how things stand.
      const tell = ({ data }: MessageEvent<unknown>) => {
        if (data === 'state?') channel.postMessage({ state: connection.get() } satisfies Told)
      }
      channel.addEventListener('message', tell)
      stop.signal.addEventListener('abort', () => {
        leave()
        unfollow()
        release()
      })
    })
  channel.postMessage('state?')
  navigator.locks.request('servicedesk-events', { signal: stop.signal }, lead).catch(() => {})
  return () => {
    stop.abort()
    channel.close()
  }
}
