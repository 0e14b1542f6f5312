import { describe, expect, it } from 'vitest'
import { drawLedger } from './draw-ledger'

const day = (hour: number) => `2026-11-02T${String(hour).padStart(2, '0')}:00:00Z`
const running = {
  from: day(8),
  to: day(16),
  kind: 'running',
  counted: true,
  spans: [
    { from: day(8), to: day(12), kind: 'open' },
    { from: day(12), to: day(14), kind: 'closed' },
    { from: day(14), to: day(16), kind: 'open' },
  ],
}
const paused = { from: day(16), to: day(18), kind: 'paused', counted: false, spans: [] }

describe('the picture of a clock', () => {
  it('gives each stretch its share of the time, and tells closed hours and pauses from what counted', () => {
    const { stretches } = drawLedger([running, paused], null)
    expect(stretches.map(({ kind, share }) => [kind, share])).toEqual([
      ['counted', 0.4],
      ['closed', 0.2],
      ['counted', 0.2],
      ['paused', 0.2],
    ])
  })

  it('marks where it fell due, if that lies in the picture', () => {
    expect(drawLedger([running, paused], day(13)).dueShare).toBe(0.5)
    expect(drawLedger([running, paused], day(20)).dueShare).toBeNull()
  })

  it('is empty for a clock that has not run', () => {
    expect(drawLedger([], null).stretches).toEqual([])
  })
})
