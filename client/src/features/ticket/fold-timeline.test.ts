import { expect, it } from 'vitest'
import type { TimelineEntry } from '~/data/incidents'
import { firstUnseen, foldTimeline, oldestFirst } from './fold-timeline'

const entry = (sequence: number, author?: string) =>
  ({ sequence, comment: author ? { author: { id: author } } : null }) as unknown as TimelineEntry

it('puts what the machine says between two messages into one place', () => {
  const [a, b, c, d] = [entry(1), entry(2), entry(3, 'alice'), entry(4)]
  expect(foldTimeline([a, b, c, d])).toEqual([[a, b], c, [d]])
})

it('finds the first message that is new, and one’s own are not', () => {
  const entries = [entry(1, 'alice'), entry(2), entry(3, 'tom'), entry(4, 'alice'), entry(5, 'alice')]
  expect(firstUnseen(entries, 1, 'tom')).toBe(4)
  expect(firstUnseen(entries, 5, 'tom')).toBeUndefined()
})

it('earlier pages stand before the later ones', () => {
  const page = (...sequences: number[]) => ({ items: sequences.map((sequence) => entry(sequence)) })
  expect(oldestFirst([page(6, 5, 4), page(3, 2, 1)]).map((entry) => entry.sequence)).toEqual([1, 2, 3, 4, 5, 6])
})
