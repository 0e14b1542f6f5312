import { describe, expect, it } from 'vitest'
import { repeated } from './holiday-form'

const day = (date: string, label = date) => ({ date, label, hours: [] })

describe('holidays of the next year', () => {
  it('takes the same dates, and leaves those that are there', () => {
    const days = [day('2026-05-01', 'Labour Day'), day('2026-12-25', 'Christmas'), day('2027-12-25', 'Written before')]
    expect(repeated(days, 2026)).toEqual([day('2027-05-01', 'Labour Day')])
  })

  it('makes no day that the next year does not have', () => {
    expect(repeated([day('2028-02-29')], 2028)).toEqual([])
  })
})
