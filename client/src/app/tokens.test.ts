import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const css = readFileSync('src/app/tokens.css', 'utf8')

function tokens(selector: string): Record<string, string> {
  const block = new RegExp(`${selector.replaceAll(/[[\]']/g, '\\$&')} \\{([^}]*)\\}`).exec(css)![1]!
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map((match) => [match[1]!, match[2]!]))
}

const light = tokens("[data-mantine-color-scheme='light']")
const sets = {
  light,
  dark: tokens("[data-mantine-color-scheme='dark']"),
  contrast: { ...light, ...tokens("[data-contrast='high']") },
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high! + 0.05) / (low! + 0.05)
}

const text: [string, string][] = [
  ...['surface-0', 'surface-1', 'surface-2', 'note', 'reply', 'accent-soft'].flatMap((surface): [string, string][] => [
    ['text', surface],
  ]),
  ...['surface-0', 'surface-1', 'surface-2'].map((surface): [string, string] => ['text-dim', surface]),
  ['accent', 'surface-0'],
  ['accent', 'surface-1'],
  ['accent', 'surface-2'],
  ['accent', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['danger', 'danger-soft'],
  ['danger', 'surface-1'],
  ['on-danger', 'danger'],
  ['on-breach', 'breach-solid'],
  ['risk-fg', 'note'],
  ...['ok', 'risk', 'breach', 'paused', 'met'].flatMap((tone): [string, string][] => [
    [`${tone}-fg`, `${tone}-bg`],
    [`${tone}-fg`, 'surface-1'],
    [`${tone}-fg`, 'surface-2'],
  ]),
]

it.each(Object.entries(sets))('every text of the %s theme can be read on its surface', (_, set) => {
  const poor = text
    .map(([front, back]) => [front, back, contrast(set[front]!, set[back]!)] as const)
    .filter(([, , ratio]) => !(ratio >= 4.5))
  expect(poor).toEqual([])
})

it.each(Object.entries(sets))('every border of an input of the %s theme can be seen', (_, set) => {
  for (const surface of ['surface-0', 'surface-1', 'surface-2'])
    expect(contrast(set['line-strong']!, set[surface]!)).toBeGreaterThanOrEqual(3)
})

it.each(Object.entries(sets))('a lit bar of a priority in the %s theme is not taken for an unlit one', (_, set) => {
  const css = readFileSync('src/components/PriorityMark.module.css', 'utf8')
  const [unlit, ...lit] = [...css.matchAll(/background: var\(--([\w-]+)\)/g)].map((match) => set[match[1]!]!)
  expect(lit).toHaveLength(3)
  for (const colour of lit) expect(contrast(colour, unlit!)).toBeGreaterThanOrEqual(2)
})
