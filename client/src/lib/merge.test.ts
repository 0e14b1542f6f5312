import { expect, it } from 'vitest'
import { mergeChange } from './merge'

const base = { title: 'VPN', impact: 'low', tags: ['a'] }

it('applies what nobody else touched', () => {
  expect(mergeChange({ title: 'VPN drops' }, base, { ...base, impact: 'high' })).toEqual({
    apply: { title: 'VPN drops' },
    clashes: [],
  })
})

it('shows both values where the same field was changed to another', () => {
  expect(mergeChange({ impact: 'medium', title: 'x' }, base, { ...base, impact: 'high' })).toEqual({
    apply: { title: 'x' },
    clashes: [{ field: 'impact', mine: 'medium', theirs: 'high' }],
  })
})

it('has nothing to do when both changed it alike', () => {
  expect(mergeChange({ tags: ['a', 'b'] }, base, { ...base, tags: ['a', 'b'] })).toEqual({ apply: {}, clashes: [] })
})
