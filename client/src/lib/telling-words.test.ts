import { describe, expect, it } from 'vitest'
import { tellingWords } from './telling-words'

describe('tellingWords', () => {
  it('leaves out small words in French, with and without their accents', () => {
    expect(tellingWords('Mon écran est très sombre depuis hier, même le jour')).toBe('Mon écran est sombre le')
    expect(tellingWords('plus TRES depuis')).toBe('')
  })

  it('keeps what a report is about', () => {
    expect(tellingWords('Hello, the VPN drops every hour since yesterday!')).toBe('the VPN drops every hour')
    expect(tellingWords('L’imprimante de l’accueil')).toBe('L’imprimante de l’accueil')
  })
})
