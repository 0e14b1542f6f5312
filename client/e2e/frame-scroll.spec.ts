import { expect } from '@playwright/test'
import { look, signIn, test } from './desk'

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
