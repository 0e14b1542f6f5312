import { afterEach, expect, it, vi } from 'vitest'
import { followEvents, takeFrames, type LiveEvent } from './events'

it('takes whole frames and keeps what has only begun', () => {
  const [frames, rest] = takeFrames('event: hello\ndata: {}\n\nid: 7-1\nevent: ticket.changed\ndata: {"a":1}\n\nid: 8')
  expect(frames).toEqual([
    { event: 'hello', data: '{}' },
    { event: 'ticket.changed', id: '7-1', data: '{"a":1}' },
  ])
  expect(rest).toBe('id: 8')
})

it('leaves out comments and blank frames', () => {
  expect(takeFrames(': keep alive\n\nretry: 2000\n\n')[0]).toEqual([])
})

const hello = 'event: hello\ndata: {}\n\n'

/** A server that answers each connection with a text and ends it. */
function serverSaying(...texts: string[]) {
  const asked: (string | null)[] = []
  vi.stubGlobal('fetch', (_url: string, { headers }: { headers: Record<string, string> }) => {
    asked.push(headers['Last-Event-ID'] ?? null)
    const text = texts[asked.length - 1]
    return text === undefined ? new Promise(() => {}) : Promise.resolve(new Response(text))
  })
  return asked
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('reads everything afresh when a connection broke before it had brought an event to resume from', async () => {
  vi.useFakeTimers()
  const asked = serverSaying(hello, hello)
  const onReset = vi.fn<() => void>()
  const stop = followEvents({ onEvent: () => {}, onReset })
  await vi.advanceTimersByTimeAsync(5_000)
  expect(asked).toEqual([null, null, null])
  expect(onReset).toHaveBeenCalledTimes(1)
  stop()
})

it('resumes after the last event it saw, and then has nothing to read afresh', async () => {
  vi.useFakeTimers()
  const event = { type: 'incident.moved', entity: 'incident', id: '1', at: '' } satisfies LiveEvent
  const asked = serverSaying(`${hello}id: 7-1\nevent: incident.moved\ndata: ${JSON.stringify(event)}\n\n`, hello)
  const onReset = vi.fn<() => void>()
  const seen: LiveEvent[] = []
  const stop = followEvents({ onEvent: (each) => seen.push(each), onReset })
  await vi.advanceTimersByTimeAsync(5_000)
  expect(asked.slice(0, 2)).toEqual([null, '7-1'])
  expect(seen).toEqual([event])
  expect(onReset).not.toHaveBeenCalled()
  stop()
})
