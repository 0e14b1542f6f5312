import { expect, type Page } from '@playwright/test'
import { api, look, signIn, test } from './desk'

/** The page as it goes to a printer, from the dark theme. */
async function toPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 794, height: 1123 })
}

/** No box cuts off what is in it: paper does not scroll. */
const cut = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#root, #root *')]
      .filter(
        (box) => box.scrollHeight > box.clientHeight + 1 && /auto|scroll|hidden/.test(getComputedStyle(box).overflowY),
      )
      .filter((box) => box.getClientRects().length > 0 && !box.closest('.visually-hidden, svg'))
      .map((box) => `${box.tagName} ${box.className}`),
  )

test('a ticket on paper is its story in ink, without what only a screen can do', async ({ page }) => {
  await look(page, { theme: 'dark' })
  await signIn(page, 'tom')
  const opened = (await api(page, 'POST', '/incidents', {
    title: 'The label printer prints half a label',
    description: 'Since this morning.',
    impact: 'medium',
    urgency: 'medium',
    tags: ['printer'],
  })) as { id: string; reference: string }
  for (let line = 1; line <= 25; line++)
    await api(page, 'POST', `/incidents/${opened.id}/comments`, {
      body: `Line ${line} of the story`,
      visibility: 'public',
    })
  await api(page, 'POST', `/incidents/${opened.id}/start`, {})
  await api(page, 'POST', `/incidents/${opened.id}/hold`, { reason: 'awaitingParts' })
  await api(page, 'POST', `/incidents/${opened.id}/resume`, {})
  await page.goto(`/desk/tickets/${opened.reference}`)
  await expect(page.getByText('Line 25 of the story')).toBeVisible()

  await toPaper(page)

  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
  await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('color', 'rgb(0, 0, 0)')
  for (const said of ['Line 1 of the story', 'Line 25 of the story', 'Since this morning.'])
    await expect(page.getByText(said, { exact: true })).toBeVisible()
  await expect(page.getByText('printer', { exact: true })).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expect(page.getByRole('button')).toHaveCount(0)
  // What is folded on the screen is written out.
  await expect(page.locator('details li').first()).toBeVisible()
  expect(await cut(page)).toEqual([])
})

test('a report on paper has its figures and says what it counts', async ({ page }) => {
  await look(page, { theme: 'dark' })
  await signIn(page, 'sue')
  await page.goto('/lead/service-levels?last=90d')
  await expect(page.locator('figure svg.recharts-surface').first()).toBeVisible()

  await toPaper(page)

  await expect(page.getByRole('table')).toBeVisible()
  await expect(page.getByText(/From .+ to .+ time\./)).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('button')).toHaveCount(0)
  expect(await cut(page)).toEqual([])
})
