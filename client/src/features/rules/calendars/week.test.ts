import { describe, expect, it } from 'vitest'
import {
  hoursOf,
  ordinaryDay,
  parseTime,
  readWeek,
  timeText,
  unite,
  weekMinutes,
  weekdays,
  writeWeek,
  type Week,
} from './week'

const closed = Object.fromEntries(weekdays.map((day) => [day, []])) as unknown as Week

describe('the hours of a week', () => {
  it.each([
    ['8', 480],
    ['08:00', 480],
    ['8h30', 510],
    ['830', 510],
    ['0830', 510],
    ['17 h 15', 1035],
    ['24:00', 1440],
    ['0', 0],
  ])('reads the time %s', (text, minutes) => {
    expect(parseTime(text)).toBe(minutes)
  })

  it.each(['', '25', '8:75', '24:30', 'noon'])('refuses "%s" as a time', (text) => {
    expect(parseTime(text)).toBeNull()
  })

  it('lets a night end on the next morning, and nothing end where it began', () => {
    expect(hoursOf(22 * 60, 6 * 60)).toEqual({ from: 1320, to: 1800 })
    expect(timeText(1800)).toBe('06:00')
    expect(timeText(1440)).toBe('24:00')
    expect(hoursOf(480, 480)).toBeNull()
  })

  it('makes one of what overlaps or touches', () => {
    expect(
      unite([
        { from: 780, to: 1020 },
        { from: 480, to: 720 },
        { from: 700, to: 780 },
      ]),
    ).toEqual([{ from: 480, to: 1020 }])
  })

  it('reads and writes what the API has, nights and whole days included', () => {
    const weekly = {
      ...Object.fromEntries(weekdays.map((day) => [day, []])),
      monday: [{ from: '22:00', to: '06:00' }],
      sunday: [{ from: '00:00', to: '24:00' }],
    }
    expect(writeWeek(readWeek(weekly))).toEqual(weekly)
  })

  it('counts a minute that two days share once', () => {
    expect(weekMinutes({ ...closed, monday: [{ from: 480, to: 720 }] })).toBe(240)
    expect(weekMinutes({ ...closed, monday: [{ from: 1320, to: 1800 }], tuesday: [{ from: 300, to: 480 }] })).toBe(600)
    expect(weekMinutes({ ...closed, sunday: [{ from: 1320, to: 1800 }], monday: [{ from: 0, to: 480 }] })).toBe(600)
    expect(
      weekMinutes(readWeek(Object.fromEntries(weekdays.map((day) => [day, [{ from: '00:00', to: '24:00' }]])))),
    ).toBe(7 * 1440)
  })

  it('takes the length most days have as a day of service', () => {
    const long = [{ from: 480, to: 1080 }]
    expect(ordinaryDay({ ...closed, monday: long, tuesday: long, friday: [{ from: 480, to: 720 }] })).toBe(36_000)
    expect(ordinaryDay(closed)).toBe(0)
  })
})
