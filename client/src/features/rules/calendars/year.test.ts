import { describe, expect, it } from 'vitest'
import { mergeDays, weekdayOf, yearOf } from './year'
import { weekdays, type Week } from './week'

const morning = [{ from: 480, to: 720 }]
const week = Object.fromEntries(weekdays.map((day, index) => [day, index < 5 ? morning : []])) as unknown as Week
const day = (date: string, label: string, hours = [] as typeof morning) => ({ date, label, hours })

describe('the year of a calendar', () => {
  it('lets its own word win over the sets, and the first set over the second', () => {
    const merged = mergeDays(
      [day('2026-12-24', 'Half day', morning)],
      [
        { name: 'France', days: [day('2026-12-24', 'Eve'), day('2026-12-25', 'Noël')] },
        { name: 'Alsace', days: [day('2026-12-25', 'Weihnachten'), day('2026-12-26', 'Saint-Étienne')] },
      ],
    )
    expect([...merged.values()].map(({ date, label, source }) => [date, label, source])).toEqual([
      ['2026-12-24', 'Half day', null],
      ['2026-12-25', 'Noël', 'France'],
      ['2026-12-26', 'Saint-Étienne', 'Alsace'],
    ])
  })

  it('tells days that are closed for a reason from those no week opens', () => {
    const special = mergeDays(
      [day('2026-12-24', 'Half day', morning), day('2026-12-25', 'Noël'), day('2026-12-26', 'Sat')],
      [],
    )
    const december = yearOf(2026, week, special)[11]!
    expect(december).toHaveLength(31)
    const kind = (date: string) => december.find((each) => each.date === date)!.kind
    expect(['2026-12-23', '2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27'].map(kind)).toEqual([
      'open',
      'other',
      'closed',
      'rest',
      'rest',
    ])
    expect(weekdayOf('2026-12-25')).toBe('friday')
    expect(yearOf(2028, week, special)[1]).toHaveLength(29)
  })
})
