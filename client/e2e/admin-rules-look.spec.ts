import { expect, type Page } from '@playwright/test'
import { expectAccessibleInEveryTheme } from './accessible'
import { api, look, signIn, test, visit } from './desk'

interface Listed {
  id: string
}

/** Every page of the rules, with a record of each kind. */
const routes = async (page: Page) => {
  const first = async (path: string) => (await api<{ items: Listed[] }>(page, 'GET', path)).items[0]!.id
  const [calendar, set, policy] = [
    await first('/service-levels/calendars'),
    await first('/service-levels/holiday-sets'),
    await first('/service-levels/policies'),
  ]
  return [
    '/admin/categories',
    '/admin/categories?open=new',
    '/admin/services',
    '/admin/custom-fields?open=new',
    '/admin/priority-matrix',
    '/admin/calendars',
    `/admin/calendars/${calendar}`,
    `/admin/calendars/${calendar}?tab=days`,
    `/admin/calendars/${calendar}?tab=try`,
    `/admin/calendars/${calendar}?tab=versions`,
    '/admin/calendars/new',
    '/admin/holiday-sets',
    `/admin/holiday-sets/${set}`,
    '/admin/policies',
    `/admin/policies/${policy}`,
    `/admin/policies/${policy}?tab=publish`,
    `/admin/policies/${policy}?tab=versions`,
    '/admin/policies/new',
  ]
}

test('the rules are accessible in every theme', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'admin')
  for (const path of await routes(page)) {
    await visit(page, path)
    await expectAccessibleInEveryTheme(page, path)
  }
})

test('the rules speak French and fit a phone', async ({ page }) => {
  await look(page, { language: 'fr' })
  await signIn(page, 'admin')
  await page.goto('/me')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of await routes(page)) {
    await visit(page, path)
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(beyond, path).toBeLessThanOrEqual(0)
  }
  await visit(page, '/admin/priority-matrix')
  await expect(page.getByRole('heading', { level: 1, name: 'Matrice des priorités' })).toBeVisible()
})
