import { expect, it } from 'vitest'
import { takeFrames } from './events'

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
