import { describe, expect, it } from 'vitest'
import { insertSnippet, matching, snippetAt } from './snippet'

describe('a canned reply asked for by "::"', () => {
  it('is looked for from the colons to the caret', () => {
    expect(snippetAt('Hello ::vpn re', 14)).toEqual({ trigger: '::', from: 6, words: 'vpn re' })
    expect(snippetAt('::', 2)).toEqual({ trigger: '::', from: 0, words: '' })
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

describe('what else is asked for while writing', () => {
  it('is a person after two at signs, and something to do after two slashes', () => {
    expect(snippetAt('Ask @@tin', 9)).toEqual({ trigger: '@@', from: 4, words: 'tin' })
    expect(snippetAt('Done //res', 10)).toEqual({ trigger: '//', from: 5, words: 'res' })
  })

  it('is what was asked for last', () => {
    expect(snippetAt('::vpn //res', 11)).toEqual({ trigger: '//', from: 6, words: 'res' })
  })

  it('is not an address, nor a remark', () => {
    expect(snippetAt('See https://example.com', 23)).toBeNull()
    expect(snippetAt('// close', 8)).toBeNull()
    expect(snippetAt('a@@b', 4)).toBeNull()
  })
})
