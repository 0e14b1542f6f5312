import { describe, expect, it } from 'vitest'
import { insertSnippet, matching, snippetAt } from './snippet'

describe('a canned reply asked for by "::"', () => {
  it('is looked for from the colons to the caret', () => {
    expect(snippetAt('Hello ::vpn re', 14)).toEqual({ from: 6, words: 'vpn re' })
    expect(snippetAt('::', 2)).toEqual({ from: 0, words: '' })
  })

  it('is not looked for inside a word, a time or another line', () => {
    expect(snippetAt('std::vector', 11)).toBeNull()
    expect(snippetAt('at 10:30', 8)).toBeNull()
    expect(snippetAt('::vpn\nnext', 10)).toBeNull()
  })

  it('takes the place of what was typed and leaves the rest', () => {
    const search = snippetAt('Hello ::vpn, thanks', 11)!
    expect(insertSnippet('Hello ::vpn, thanks', search, 11, 'Restart it')).toEqual(['Hello Restart it, thanks', 16])
  })

  it('is found by its words in any order, with or without accents', () => {
    const replies = [{ name: 'Mot de passe réinitialisé' }, { name: 'VPN' }]
    expect(matching(replies, 'reini mot')).toEqual([replies[0]])
    expect(matching(replies, '')).toEqual(replies)
  })
})
