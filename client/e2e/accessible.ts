import { expect, type Page } from '@playwright/test'
import axe, { type AxeResults, type RunOptions } from 'axe-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
// What a theme can change: it gives colours and nothing else.
const rulesOfColour = ['color-contrast', 'link-in-text-block']

async function violations(page: Page, runOnly: RunOptions['runOnly']): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const { violations: found } = await page.evaluate(
    async (options: RunOptions): Promise<AxeResults> => {
      const { axe: engine } = window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }
      return engine.run(options)
    },
    { runOnly, resultTypes: ['violations'], preload: false } satisfies RunOptions,
  )
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

/** Nothing that axe knows stands in the way of anybody on the page as it is. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  expect(await violations(page, tags), name).toEqual([])
}

/** The same in all three themes: everything in the light one, then what the colours of the others could spoil. */
export async function expectAccessibleInEveryTheme(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name)
  for (const [theme, scheme, contrast] of [
    ['dark', 'dark', null],
    ['contrast', 'light', 'high'],
    ['light', 'light', null],
  ] as const) {
    await page.evaluate(
      ([colours, more]) => {
        const root = document.documentElement
        root.setAttribute('data-mantine-color-scheme', colours)
        if (more) root.setAttribute('data-contrast', more)
        else root.removeAttribute('data-contrast')
      },
      [scheme, contrast] as const,
    )
    if (theme !== 'light') expect(await violations(page, rulesOfColour), `${name}, ${theme}`).toEqual([])
  }
}
