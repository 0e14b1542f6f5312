import { expect, it } from 'vitest'
import type { TimelineEntry } from '~/data/incidents'
import { conversationOf } from './conversation'

const person = { id: 'alice', name: 'Alice' }

const entry = (sequence: number, more: Partial<TimelineEntry>) =>
  ({
    sequence,
    type: 'commented',
    by: person,
    at: `2026-11-29T09:00:0${sequence}Z`,
    details: {},
    ...more,
  }) as TimelineEntry

const said = (sequence: number, body: string) =>
  entry(sequence, {
    comment: { id: `c${sequence}`, author: person, createdAt: '', body, editedAt: null, redactedAt: null } as never,
  })

it('reads pages that come newest first from the oldest message on', () => {
  const pages = [{ items: [said(4, 'four'), said(3, 'three')] }, { items: [said(2, 'two'), said(1, 'one')] }]
  expect(conversationOf(pages).map((message) => message.body)).toEqual(['one', 'two', 'three', 'four'])
})

it('says what was still wrong, and leaves out what is said elsewhere on the page', () => {
  const items = [
    entry(3, { type: 'reopened', details: { text: 'It beeps still.' } }),
    entry(2, { type: 'resolved', details: { text: 'Restarted it.' } }),
    entry(1, { type: 'reopened', details: { text: '' } }),
  ]
  expect(conversationOf([{ items }]).map((message) => message.body)).toEqual(['It beeps still.'])
})
