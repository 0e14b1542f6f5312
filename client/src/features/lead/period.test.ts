import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { periodOf } from './period'
import { reportSearch } from './report-search'

const now = new Date('2026-11-28T23:30:00Z')

describe('the period of a report', () => {
  it('is the last thirty days up to today where the reader is', () => {
    expect(periodOf({}, 'Europe/Paris', now).asked).toEqual({
      from: '2026-10-31',
      to: '2026-11-30',
      zone: 'Europe/Paris',
    })
    expect(periodOf({}, 'UTC', now).asked).toMatchObject({ from: '2026-10-30', to: '2026-11-29' })
  })

  it('holds the first and the last day that were named', () => {
    const period = periodOf({ from: '2026-03-01', to: '2026-03-31' }, 'UTC', now)
    expect(period).toMatchObject({ first: '2026-03-01', last: '2026-03-31', days: 31 })
    expect(period.asked.to).toBe('2026-04-01')
  })

  it('tells that days named the other way round were put in order', () => {
    const period = periodOf({ from: '2026-03-31', to: '2026-03-01' }, 'UTC', now)
    expect(period).toMatchObject({ first: '2026-03-01', last: '2026-03-31', turned: true })
    expect(periodOf({ from: '2026-03-01', to: '2026-03-01' }, 'UTC', now).turned).toBe(false)
  })

  it('is compared with as many days right before it', () => {
    expect(periodOf({ from: '2026-03-08', to: '2026-03-14' }, 'UTC', now).before).toMatchObject({
      from: '2026-03-01',
      to: '2026-03-08',
    })
  })

  it('reads dates that were named the wrong way round as they were meant', () => {
    expect(periodOf({ from: '2026-03-14', to: '2026-03-08' }, 'UTC', now)).toMatchObject({
      first: '2026-03-08',
      last: '2026-03-14',
    })
  })

  it('forgets what is no date and no known span', () => {
    const search = v.parse(reportSearch, { from: '2026-02-31x', to: 'tomorrow', last: '12d', by: 3 })
    expect(periodOf(search, 'UTC', now)).toMatchObject({ days: 30, named: false })
  })
})
