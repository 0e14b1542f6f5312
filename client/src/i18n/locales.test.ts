import { describe, expect, it } from 'vitest'

type Texts = { [key: string]: string | Texts }

const files = import.meta.glob<{ default: Texts }>('./locales/*/*.json', { eager: true })
const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.{ts,tsx}', '!../api/schema.d.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

function flat(texts: Texts, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value]] : Object.entries(flat(value, `${prefix}${key}.`)),
    ),
  )
}

const areas = [...new Set(Object.keys(files).map((path) => path.split('/').at(-1)!.replace('.json', '')))]
const texts = (language: string, area: string) => flat(files[`./locales/${language}/${area}.json`]?.default ?? {})
const singular = (key: string) => key.replace(/_(one|many|other)$/, '')
const placeholders = (text: string) => [...text.matchAll(/{{\s*(\w+)/g)].map((match) => match[1]).sort()

/** Every key, as code names it. */
const known = new Set(
  areas.flatMap((area) =>
    Object.keys(texts('en', area)).map((key) => (area === 'common' ? '' : `${area}:`) + singular(key)),
  ),
)

const code = Object.values(sources).join('\n')
const literal = new Set(
  [...code.matchAll(/(?<![\w.])t\(\s*'([^']+)'/g), ...code.matchAll(/\btext: '(\w+:[\w.]+)'/g)].map(
    (match) => match[1]!,
  ),
)
// t(`state.${x}`) uses every key below state; a key that is chosen by ?: stands in quotes anyway.
const patterns = [...code.matchAll(/`([\w:.]*\${[^`]*)`/g)]
  .map((match) => match[1]!)
  .filter((pattern) => /^[\w:]+[.:]/.test(pattern) || pattern.startsWith('${'))
  .map(
    (pattern) =>
      new RegExp(
        `^${pattern
          .replaceAll(/\${[^}]*}+/g, '§')
          .replaceAll(/[.]/g, '\\.')
          .replaceAll('§', '[\\w.]+')}$`,
      ),
  )
  .filter((pattern) => !/^\^(\[\\w\.\]\+|[\\.])+\$$/.test(pattern.source))

describe('texts', () => {
  it.each(areas)('%s has the same keys and placeholders in both languages', (area) => {
    const [english, french] = [texts('en', area), texts('fr', area)]
    expect(new Set(Object.keys(french).map(singular))).toEqual(new Set(Object.keys(english).map(singular)))
    for (const [key, text] of Object.entries(english)) {
      const twin = french[key] ?? french[`${singular(key)}_other`] ?? ''
      expect(placeholders(twin), `${area}:${key}`).toEqual(placeholders(text))
    }
  })

  it('names a plural in every form that French counts by', () => {
    for (const area of areas)
      for (const key of Object.keys(texts('fr', area)).filter((each) => each.endsWith('_other')))
        expect(Object.keys(texts('fr', area)), `${area}:${key}`).toEqual(
          expect.arrayContaining(['_one', '_many'].map((form) => singular(key) + form)),
        )
  })

  it('has every key that code asks for', () => {
    expect([...literal].filter((key) => !known.has(key))).toEqual([])
  })

  it('has no key that no code asks for', () => {
    const quoted = new Set([...code.matchAll(/'([\w:.]+)'/g)].map((match) => match[1]!))
    expect([...known].filter((key) => !quoted.has(key) && !patterns.some((pattern) => pattern.test(key)))).toEqual([])
  })

  it('has no straight apostrophe in French', () => {
    for (const area of areas)
      for (const [key, text] of Object.entries(texts('fr', area))) expect(text, `${area}:${key}`).not.toContain("'")
  })

  it('puts a hard space before high punctuation in French', () => {
    for (const area of areas)
      for (const [key, text] of Object.entries(texts('fr', area)))
        expect(text, `${area}:${key}`).not.toMatch(/ [:;?!»]|« /)
  })
})
