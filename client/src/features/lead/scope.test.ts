import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { boardSearch, reportSearch } from './report-search'
import { everything, isNarrowed, scopeOf } from './scope'

const team = '019a0000-0000-7000-8000-00000000000A'

describe('which tickets an address asks for', () => {
  it('is a team, a priority, a service and a site, or what has none', () => {
    const search = v.parse(reportSearch, { teamId: team, priority: 'p2', serviceId: 'none', siteId: 'none' })
    expect(scopeOf(search)).toEqual({ teamId: team, priority: 'p2', serviceId: 'none', siteId: 'none' })
    expect(isNarrowed(scopeOf(search))).toBe(true)
  })

  it('is several where it says several, without what cannot be', () => {
    const search = v.parse(reportSearch, { teamId: `${team},none,${team}`, priority: 'p1,p2,urgent' })
    expect(scopeOf(search)).toMatchObject({ teamId: `${team},none`, priority: 'p1,p2' })
  })

  it('is every ticket where it says what cannot be', () => {
    const search = v.parse(reportSearch, { teamId: 'network', priority: 'p9', serviceId: ['a'], siteId: '' })
    expect(scopeOf(search)).toEqual(everything)
    expect(isNarrowed(scopeOf(search))).toBe(false)
  })

  it('is kept by the board with the days, which it has no use for', () => {
    const kept = { teamId: team, priority: 'p1', last: '90d' }
    expect(v.parse(boardSearch, kept)).toMatchObject(kept)
  })
})
