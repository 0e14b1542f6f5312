import { expect, type Page } from '@playwright/test'
import { caller } from './person'
import { expectAccessible } from './accessible'
import { look, settled, signIn, test } from './desk'

const count = 70

/** More tickets than a screen holds, under one word. */
async function fill(word: string): Promise<void> {
  const tom = await caller('tom')
  for (let index = 0; index < count; index++)
    await tom.call('POST', '/incidents', { title: `${word} ${index}`, impact: 'low', urgency: 'low', channel: 'phone' })
  await tom.leave()
}

const active = (page: Page) => page.locator('[data-row][data-active]')

test('the list is one stop of the Tab key, and the arrows to the sides go along its head', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'tom')
  await page.goto('/desk/queues/all')
  await expect(active(page)).toBeVisible()
  const grid = page.getByRole('grid')
  await page.keyboard.press('j')
  await expect(grid).toBeFocused()
  await page.keyboard.press('Space')
  const preview = page.getByRole('complementary', { name: 'Preview' })
  await expect(preview).toBeVisible()
  await page.keyboard.press('Tab')
  expect(await preview.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await page.keyboard.press('Shift+Tab')
  await expect(grid).toBeFocused()

  await page.keyboard.press('x')
  await expect(page.getByRole('toolbar')).toContainText('1 selected')
  await expectAccessible(page, 'queue with a row ticked and the preview')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('checkbox', { name: 'Select all' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('columnheader', { name: 'Prio' })).not.toHaveAttribute('aria-sort', 'none')
  await page.keyboard.press('j')
  await expect(grid).toBeFocused()
})

test('what can be done to many is not covered by the preview on a small screen', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await look(page, {})
  await signIn(page, 'tom')
  await page.goto('/desk/queues/all')
  await expect(active(page)).toBeVisible()
  await page.keyboard.press('x')
  await page.keyboard.press('Space')
  await expect(page.getByRole('complementary', { name: 'Preview' })).toBeVisible()
  for (const act of await page.getByRole('toolbar').getByRole('button').all()) await act.click({ trial: true })
})

test('the way back from a ticket leads to its row, where the list was', async ({ page }) => {
  const word = `return${Date.now()}`
  await fill(word)
  await look(page, {})
  await signIn(page, 'tom')
  await page.goto(`/desk/queues/all?q=${word}`)
  const grid = page.getByRole('grid')
  await expect(grid).toHaveAttribute('aria-rowcount', String(count + 1))
  await expect(active(page)).toBeVisible()
  for (let step = 0; step < 60; step++) await page.keyboard.press('j')
  const row = await active(page).getAttribute('data-row')
  await expect(active(page)).toHaveAttribute('aria-rowindex', '62')
  const top = await grid.evaluate((element) => element.scrollTop)
  expect(top).toBeGreaterThan(0)

  const ways = [
    () => page.keyboard.press('u'),
    () => page.getByRole('link', { name: 'Back to the list' }).click(),
    () => page.goBack(),
  ]
  for (const back of ways) {
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: word })).toBeVisible()
    await settled(page)
    await back()
    await expect(active(page)).toHaveAttribute('data-row', row!)
    await expect.poll(() => grid.evaluate((element) => element.scrollTop)).toBe(top)
  }

  // Whoever went on from there comes back to the ticket they see.
  await page.keyboard.press('Enter')
  await expect(page.getByText(`61 of ${count}`)).toBeVisible()
  await page.keyboard.press(']')
  await expect(page.getByText(`62 of ${count}`)).toBeVisible()
  await page.keyboard.press('u')
  await expect(active(page)).toHaveAttribute('aria-rowindex', '63')
})

test('a ticket opens where it was written last, with the description at hand, and a title without a blank leaves the acts alone', async ({
  page,
}) => {
  const title = 'w'.repeat(180)
  const tom = await caller('tom')
  const body = { title, description: 'It began on Monday.', impact: 'low', urgency: 'low', channel: 'phone' }
  const { id, reference } = await tom.call<{ id: string; reference: string }>('POST', '/incidents', body)
  for (let index = 0; index < 25; index++)
    await tom.call('POST', `/incidents/${id}/comments`, { body: `Message ${index}`, visibility: 'internal' })
  await tom.leave()
  await look(page, {})
  await signIn(page, 'tom')
  await page.goto(`/desk/tickets/${reference}`)
  await expect(page.getByText('Message 24')).toBeInViewport()
  await page.getByRole('button', { name: 'Description', exact: true }).click()
  await expect(page.getByText('It began on Monday.')).toBeInViewport()

  for (const size of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size)
    const heading = page.getByRole('heading', { level: 1 })
    expect(await heading.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0)
    expect(await heading.evaluate((element) => element.getBoundingClientRect().right)).toBeLessThanOrEqual(size.width)
    await page.getByRole('button', { name: 'Edit', exact: true }).first().click({ trial: true })
  }
})
