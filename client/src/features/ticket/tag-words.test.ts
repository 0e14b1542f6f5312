import { expect, it } from 'vitest'
import { isTooMuch, tagsAfter, tagsIn } from './tag-words'

it('takes the words between commas, in small letters and each once', () => {
  expect(tagsIn(' VPN, home office,,vpn ,')).toEqual(['vpn', 'home office'])
  expect(tagsIn(' , ')).toEqual([])
})

it('shows a change before the server has said yes, and once when it has', () => {
  expect(tagsAfter(['b', 'c'], { add: ['a'] })).toEqual(['a', 'b', 'c'])
  expect(tagsAfter(['a', 'b', 'c'], { add: ['a'] })).toEqual(['a', 'b', 'c'])
  expect(tagsAfter(['a', 'b'], { remove: ['a'] })).toEqual(['b'])
})

it('knows what a ticket does not take', () => {
  const thirty = Array.from({ length: 30 }, (_, at) => `tag ${at}`)
  expect(isTooMuch(thirty)).toBe(false)
  expect(isTooMuch([...thirty, 'one more'])).toBe(true)
  expect(isTooMuch(['x'.repeat(50)])).toBe(false)
  expect(isTooMuch(['x'.repeat(51)])).toBe(true)
})
