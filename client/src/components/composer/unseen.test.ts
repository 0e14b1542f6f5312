import { describe, expect, it } from 'vitest'
import { endedMeanwhile, unseen, type Newer } from './unseen'

const message = (id: string, author: string, createdAt: string): Newer => ({
  id,
  body: id,
  author: { id: author, name: author } as Newer['author'],
  createdAt,
})

describe('what a reply has not seen', () => {
  const before = message('before', 'alice', '2026-11-02T08:00:00Z')
  const mine = message('mine', 'tom', '2026-11-02T09:30:00Z')
  const after = message('after', 'alice', '2026-11-02T09:31:00.5Z')

  it('is what others wrote after the writing began', () => {
    expect(unseen([before, mine, after], { version: 3, at: '2026-11-02T09:00:00Z' }, 'tom')).toEqual([after])
  })

  it('is everything of others when nobody knows when the writing began', () => {
    expect(unseen([before, mine, after], { version: 3 }, 'tom')).toEqual([before, after])
  })

  it('is also that somebody ended the matter, but not that it moves on', () => {
    expect(endedMeanwhile({ version: 3, state: 'inProgress' }, 'resolved')).toBe(true)
    expect(endedMeanwhile({ version: 3, state: 'assigned' }, 'inProgress')).toBe(false)
    expect(endedMeanwhile({ version: 3, state: 'resolved' }, 'resolved')).toBe(false)
  })
})
