import { describe, expect, it } from 'vitest'
import type { Incident } from '~/api/types'
import { mergeChange } from '~/lib/merge'
import { bodyOf, customName, fieldsOf, type Fields } from './fields'

const ticket = (customFields: Record<string, unknown>) => ({ title: 'A', customFields }) as unknown as Incident

describe('the custom fields of a ticket', () => {
  it('are sent together, a cleared one as null', () => {
    const change: Partial<Fields> = { title: 'B', [customName('floor')]: 'first', [customName('seats')]: null }
    expect(bodyOf(change)).toEqual({ title: 'B', customFields: { floor: 'first', seats: null } })
  })

  it('are left alone by a change of something else', () => {
    expect(bodyOf({ impact: 'low' })).toEqual({ impact: 'low' })
  })

  it('clash one by one: another field that was changed meanwhile does not', () => {
    const base = fieldsOf(ticket({ floor: 'ground', seats: 1 }))
    const current = fieldsOf(ticket({ floor: 'first', seats: 2 }))
    const change = { [customName('seats')]: 3, [customName('room')]: 'B12' }
    expect(mergeChange<Fields>(change, base, current)).toEqual({
      apply: { 'customFields.room': 'B12' },
      clashes: [{ field: 'customFields.seats', mine: 3, theirs: 2 }],
    })
  })
})
