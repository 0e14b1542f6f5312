import { describe, expect, it } from 'vitest'
import { nextClock, openSeconds, remaining, toneOf, type Clock } from './deadline'

const clock = (over: Partial<Clock> = {}): Clock => ({
  target: 'resolution',
  state: 'running',
  dueAt: '2026-11-24T09:30:00Z',
  remainingSeconds: 3600,
  usedShare: 0.5,
  pausedSince: null,
  openWindows: [
    { from: '2026-11-23T16:30:00Z', to: '2026-11-23T17:00:00Z' },
    { from: '2026-11-24T09:00:00Z', to: '2026-11-24T17:00:00Z' },
  ],
  ...over,
})
const at = (time: string) => Date.parse(`2026-11-${time}:00Z`)

describe('a countdown', () => {
  it('counts open time only', () => {
    expect(openSeconds(clock().openWindows!, at('23T16:30'), at('24T09:10'))).toBe(40 * 60)
  })
  it('stands still at night', () => {
    expect(remaining(clock(), at('23T16:30'), at('24T02:00'))).toBe(1800)
    expect(remaining(clock(), at('23T16:30'), at('24T08:59'))).toBe(1800)
  })
  it('stands still while paused', () => {
    expect(remaining(clock({ state: 'paused' }), at('23T16:30'), at('24T16:30'))).toBe(3600)
  })
  it('goes below zero when late', () => {
    expect(remaining(clock(), at('23T16:30'), at('24T10:00'))).toBe(-1800)
  })
})

describe('the tone', () => {
  it.each([
    [clock(), 3600, 'ok'],
    [clock(), 1800, 'risk'],
    [clock(), -1, 'breach'],
    [clock({ state: 'paused' }), -1, 'paused'],
    [clock({ state: 'met' }), 10, 'met'],
    [clock({ state: 'missed' }), 10, 'breach'],
  ])('%#: follows from the share that is used up', (given, left, tone) => {
    expect(toneOf(given, left)).toBe(tone)
  })
})

it('the clock of a row is the running one that ends first, a paused one only when none runs', () => {
  const first = clock({ target: 'firstResponse', remainingSeconds: 60 })
  const paused = clock({ state: 'paused', remainingSeconds: 1 })
  expect(nextClock([clock(), first, paused])).toBe(first)
  expect(nextClock([paused, clock({ state: 'met' })])).toBe(paused)
  expect(nextClock([clock({ state: 'met' })])).toBeUndefined()
})
