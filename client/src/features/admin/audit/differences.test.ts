import { describe, expect, it } from 'vitest'
import { differences } from './differences'

describe('what an entry of the audit trail changed', () => {
  it('tells each member once with both values', () => {
    expect(differences({ name: 'Lyon', siteId: null }, { name: 'Lille', siteId: 'x' })).toEqual([
      { member: 'name', before: 'Lyon', after: 'Lille' },
      { member: 'siteId', before: null, after: 'x' },
    ])
  })

  it('leaves out what stayed, also in lists', () => {
    expect(differences({ tags: ['a'], vip: false }, { tags: ['a'], vip: true })).toEqual([
      { member: 'vip', before: false, after: true },
    ])
  })

  it('tells what a new or a removed record had', () => {
    expect(differences(null, { key: 'network' })).toEqual([{ member: 'key', before: null, after: 'network' }])
    expect(differences({ key: 'network' }, null)).toEqual([{ member: 'key', before: 'network', after: null }])
  })
})
