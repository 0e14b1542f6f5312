import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { another, api, look, settled, sideTab, signIn, test } from './desk'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('a ticket is found, read and answered on a phone', async ({ page, browser }) => {
  const alice = await another(browser, 'alice')
  const title = `Badge reader ${Date.now()} stays red`
  const ticket = await api<{ id: string; reference: string }>(alice, 'POST', '/incidents', {
    title,
    impact: 'low',
    urgency: 'medium',
    description: Array.from({ length: 24 }, (_, line) => `Door ${line + 1} has been red since this morning.`).join(
      '\n\n',
    ),
  })
  await look(page, {})
  await signIn(page, 'tom')
  await page.goto(`/desk/queues/all?q=${encodeURIComponent(`number:${ticket.reference}`)}`)
  const row = page.getByRole('row').filter({ hasText: title })
  await expect(row).toContainText(ticket.reference)
  await expect(row).toContainText('New')
  expect(await overflow(page), 'the list fits the phone').toBe(0)

  await row.getByRole('link', { name: title }).tap()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  expect(await overflow(page), 'the ticket fits the phone').toBe(0)
  await page.getByRole('button', { name: 'Take' }).tap()
  await expect(page.getByText(`${ticket.reference} is assigned.`)).toBeVisible()

  // The answer and the properties are a tap away from wherever one reads.
  const answer = page.getByRole('textbox', { name: 'Answer to Alice Martin' })
  const bar = page.locator('[data-uncovered]').filter({ has: page.getByRole('button', { name: 'Properties' }) })
  await page.locator('main').evaluate((main) => (main.scrollTop = 0))
  await bar.getByRole('button', { name: 'Properties' }).tap()
  await expect(page.getByLabel('Impact')).toBeInViewport()
  await page.locator('main').evaluate((main) => (main.scrollTop = 0))
  await bar.getByRole('button', { name: 'Internal note' }).tap()
  await expect(page.getByRole('textbox', { name: /^Internal note/ })).toBeFocused()
  await page.locator('main').evaluate((main) => (main.scrollTop = 0))
  await bar.getByRole('button', { name: 'Reply' }).tap()
  await expect(answer).toBeFocused()
  await expect(bar, 'nothing stands over the button that sends').toBeHidden()
  await expect(page.getByRole('button', { name: 'Send to Alice Martin' })).toBeInViewport({ ratio: 1 })
  await answer.fill('Please try the spare badge.')
  await page.getByRole('button', { name: 'Send to Alice Martin' }).tap()
  await expect(page.getByRole('article').filter({ hasText: 'spare badge' })).toBeVisible()

  for (const tab of ['Person', 'Tasks', 'Links', 'Time', 'Deadlines', 'Similar', 'Properties']) {
    await sideTab(page, tab).tap()
    await expect(sideTab(page, tab)).toHaveAttribute('aria-pressed', 'true')
    expect(await overflow(page), `${tab} fits the phone`).toBe(0)
  }
  // Whatever is tapped is large enough for a thumb.
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main button, main select, main header a')]
      .filter((element) => element.offsetParent !== null)
      .map((element) => ({ name: element.textContent?.trim() ?? '', box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 44)
      .map(({ name, box }) => `${name} ${Math.round(box.width)}x${Math.round(box.height)}`),
  )
  expect(small).toEqual([])

  await page.goto('/desk/tickets/new')
  await expect(page.getByRole('heading', { level: 1, name: 'New ticket' })).toBeVisible()
  expect(await overflow(page), 'the new ticket fits the phone').toBe(0)
})

for (const [theme, language] of [
  ['light', 'en'],
  ['dark', 'fr'],
] as const)
  test(`the head of a ticket has room for a thumb and shuts nobody out, ${theme} and ${language}`, async ({ page }) => {
    await look(page, { theme, language })
    await signIn(page, 'tom')
    await page.goto('/desk/tickets/INC-000898')
    await settled(page)
    expect(await overflow(page)).toBe(0)
    const narrow = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main header :is(a, button)')]
        .filter((element) => element.offsetParent !== null)
        .map((element) => ({ name: element.textContent?.trim() ?? '', box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 44 || box.height < 44)
        .map(({ name, box }) => `${name} ${Math.round(box.width)}x${Math.round(box.height)}`),
    )
    expect(narrow).toEqual([])
    await expectAccessible(page, `a ticket on a phone, ${theme}`)
  })

test.describe('in a narrow window', () => {
  test.use({ hasTouch: false })

  test('what is pressed in the head of a ticket is as large as on a phone', async ({ page }) => {
    await look(page, {})
    await signIn(page, 'tom')
    await page.goto('/desk/tickets/INC-000898')
    await settled(page)
    for (const button of await page.locator('main header button').all())
      expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44)
  })
})
