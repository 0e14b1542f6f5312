import { describe, expect, it } from 'vitest'
import { landingOf, ticketOf } from './landing'

const who = (permissions: string[], teams: string[] = [], defaultTeamId: string | null = null) =>
  landingOf({ permissions, teams: teams.map((name) => ({ id: name, name })), user: { defaultTeamId } })

describe('where somebody begins', () => {
  it('is their queue when they take tickets for a team', () => {
    expect(who(['incidents.work'], ['desk'], 'desk')).toBe('/desk')
    expect(who(['incidents.work'], ['desk'])).toBe('/desk')
    expect(who(['incidents.work', 'reports.read'], ['desk'], 'desk')).toBe('/desk')
    expect(who(['incidents.work'])).toBe('/desk')
  })

  it('is the figures when they read them and have no queue', () => {
    expect(who(['incidents.work', 'reports.read'], ['desk'])).toBe('/lead')
    expect(who(['reports.read'])).toBe('/lead')
  })

  it('is the administration for whoever administers and works for no team', () => {
    expect(who(['incidents.work', 'reports.read', 'settings.manage'])).toBe('/admin')
    expect(who(['incidents.work', 'reports.read', 'settings.manage'], ['desk'], 'desk')).toBe('/desk')
  })

  it('is the portal for everybody else', () => {
    expect(who(['incidents.open', 'incidents.read'])).toBe('/help')
  })
})

describe('an address of the desk', () => {
  it('names a ticket or none', () => {
    expect(ticketOf('/desk/tickets/INC-001000')).toBe('INC-001000')
    expect(ticketOf('/desk/tickets/new')).toBeUndefined()
    expect(ticketOf('/desk/queues/all')).toBeUndefined()
    expect(ticketOf('/desk')).toBeUndefined()
  })
})
