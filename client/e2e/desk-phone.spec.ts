import { expect, type Page } from '@playwright/test'
import { another, api, look, sideTab, signIn, test } from './desk'

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
    description: 'Since this morning.',
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

  const answer = page.getByRole('textbox', { name: 'Answer to Alice Martin' })
  await answer.scrollIntoViewIfNeeded()
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
    [...document.querySelectorAll<HTMLElement>('main button, main select')]
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
