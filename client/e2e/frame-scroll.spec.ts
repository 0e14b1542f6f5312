import { expect } from '@playwright/test'
import { another, api, look, settled, signIn, test } from './desk'

const pages = [
  '/lead/incidents',
  '/lead/backlog',
  '/lead/attribution?of=all&last=90d',
  '/admin/roles',
  '/desk/tickets/INC-000898?tab=sla',
]

test('a page scrolls within the frame, which stays where it is, and nothing stands beyond its edge', async ({
  page,
}) => {
  await look(page, {})
  await signIn(page, 'admin')
  await page.setViewportSize({ width: 1280, height: 800 })
  for (const path of pages) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
    await expect(page.locator('[data-skeleton], [aria-busy=true]')).toHaveCount(0)
    const beyond = await page.evaluate(() => {
      const { scrollHeight, scrollWidth, clientHeight, clientWidth } = document.documentElement
      const main = document.querySelector('main')!
      return [scrollHeight - clientHeight, scrollWidth - clientWidth, main.scrollWidth - main.clientWidth]
    })
    expect(beyond, path).toEqual([0, 0, 0])
  }
})

test('what is said in passing stands off the bar of the ticked rows, on a desk and on a phone', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'admin')
  for (const size of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size)
    await page.goto('/desk/queues/all')
    await settled(page)
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    const bar = page.getByRole('toolbar')
    await expect(bar).toContainText('2 selected')
    // An administrator is in no team, which is said.
    await page.keyboard.press('m')
    const said = page.getByText(/were not taken/)
    await expect(said).toBeVisible()
    const [toast, tools] = await Promise.all([said.boundingBox(), bar.boundingBox()])
    expect(toast!.y + toast!.height).toBeLessThan(tools!.y)
    expect(toast!.y).toBeGreaterThan(48)
  }
})

test('a ticket with something new shows it by its own scroller, and the frame stays where it is', async ({
  page,
  browser,
}) => {
  const alice = await another(browser, 'alice')
  const ticket = await api<{ id: string; reference: string }>(alice, 'POST', '/incidents', {
    title: `Gate ${Date.now()} jams`,
    impact: 'low',
    urgency: 'low',
    description: Array.from({ length: 40 }, (_, line) => `Gate ${line}`).join('\n\n'),
  })
  const say = (body: string) => api(alice, 'POST', `/incidents/${ticket.id}/comments`, { body, visibility: 'public' })
  await say('It jams every morning.')
  await look(page, {})
  await signIn(page, 'tom')
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`/desk/tickets/${ticket.reference}`)
  await settled(page)
  await page.goto('/desk/queues/my-work')
  await settled(page)
  await say('And in the evening.')
  await page.goto(`/desk/tickets/${ticket.reference}`)
  await settled(page)
  await expect(page.getByText('And in the evening.')).toBeInViewport()
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 })
  expect(
    await page.evaluate(() => [document.documentElement.scrollTop, document.querySelector('main')!.scrollTop]),
  ).toEqual([0, 0])
})
