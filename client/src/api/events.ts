import { createStore } from '~/lib/store'
import type { Schemas } from './types'

/** Something changed that the reader may know of; it says what, not how. */
export interface LiveEvent {
  type: string
  entity: string
  id: string
  reference?: string
  version?: number
  changedFields?: string[]
  actor?: { id: string; name?: string } | string | null
  at: string
  /** What the actor does on the ticket now; nothing any more where they left it. */
  presence?: { activity: Schemas['PresenceActivity'] | null; until: string } | null
}

export type Connection = 'live' | 'catchingUp' | 'offline'
export const connection = createStore<Connection>('catchingUp')

const silence = 45_000
const longestWait = 30_000
/** A first connection this soon after the page has asked for its data misses nothing that counts. */
const promptly = 2_000

export interface Frame {
  event: string
  id?: string
  data: string
}

/** Takes whole frames off the front of what has arrived; the rest waits for more. */
export function takeFrames(text: string): [Frame[], string] {
  const parts = text.replaceAll('\r\n', '\n').split('\n\n')
  const rest = parts.pop() ?? ''
  return [parts.map(parseFrame).filter((frame) => frame.data !== ''), rest]
}

function parseFrame(part: string): Frame {
  const frame: Frame = { event: 'message', data: '' }
  for (const line of part.split('\n')) {
    const [, name, value] = /^(\w+): ?(.*)$/.exec(line) ?? []
    if (name === 'event') frame.event = value!
    else if (name === 'id') frame.id = value!
    else if (name === 'data') frame.data += (frame.data ? '\n' : '') + value!
  }
  return frame
}

interface Listener {
  onEvent: (event: LiveEvent) => void
  /** What happened meanwhile is lost: read everything afresh. */
  onReset: () => void
}

/** Follows the server's events until it is stopped; comes back by itself and catches up from the last event it saw. */
export function followEvents({ onEvent, onReset }: Listener): () => void {
  const stop = new AbortController()
  const begun = Date.now()
  let last: string | undefined
  let failures = 0
  let connections = 0

  /** Without the id of a last event nothing is replayed: what happened before this connection would be missed. */
  function greet(resumed: boolean): void {
    connections += 1
    if (!resumed && (connections > 1 || Date.now() - begun > promptly)) onReset()
  }

  // The browser knows at once; the stream would only be missed after its silence.
  let cut = () => {}
  const lost = () => {
    connection.set('offline')
    cut()
  }
  addEventListener('offline', lost)

  async function once(): Promise<void> {
    const silent = new AbortController()
    cut = () => silent.abort()
    let timer = setTimeout(() => silent.abort(), silence)
    const resumed = last !== undefined
    const response = await fetch('/api/v1/events', {
      headers: { Accept: 'text/event-stream', ...(last ? { 'Last-Event-ID': last } : {}) },
      signal: AbortSignal.any([stop.signal, silent.signal]),
    })
    if (!response.ok || !response.body) throw new Error(`events: ${response.status}`)
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    let buffer = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return clearTimeout(timer)
      clearTimeout(timer)
      timer = setTimeout(() => silent.abort(), silence)
      failures = 0
      connection.set('live')
      const [frames, rest] = takeFrames(buffer + value)
      buffer = rest
      for (const frame of frames) {
        if (frame.id) last = frame.id
        if (frame.event === 'reset') onReset()
        else if (frame.event === 'hello') greet(resumed)
        else if (frame.event !== 'ping') onEvent(JSON.parse(frame.data) as LiveEvent)
      }
    }
  }

  async function follow(): Promise<void> {
    while (!stop.signal.aborted) {
      await once().catch(() => {})
      if (stop.signal.aborted) return
      failures += 1
      connection.set(navigator.onLine && failures < 3 ? 'catchingUp' : 'offline')
      const wait = Math.min(longestWait, 500 * 2 ** failures) * (0.7 + Math.random() * 0.6)
      await new Promise((resume) => {
        const timer = setTimeout(resume, wait)
        addEventListener('online', () => (clearTimeout(timer), resume(undefined)), { once: true })
      })
    }
  }

  void follow()
  return () => {
    removeEventListener('offline', lost)
    stop.abort()
  }
}
