import { describe, expect, it } from 'vitest'
import { areaOf } from './areas'

describe('the area of a page', () => {
  it('is one alone, the closest', () => {
    expect(areaOf('/desk/tickets/new')?.id).toBe('newTicket')
    expect(areaOf('/desk/tickets/INC-1')?.id).toBe('queue')
    expect(areaOf('/desk/queues/my-work')?.id).toBe('queue')
    expect(areaOf('/help')?.id).toBe('help')
    expect(areaOf('/help/requests/INC-1')?.id).toBe('requests')
    expect(areaOf('/lead/live')?.id).toBe('lead')
  })

  it('is none elsewhere', () => {
    expect(areaOf('/me')).toBeUndefined()
    expect(areaOf('/desktop')).toBeUndefined()
  })
})
