import { expect, type Page } from '@playwright/test'
import { another, api, look, signIn, test } from './desk'

test('an empty list leads back to all of it, and a ticket takes the keys of its properties', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'tom')
  const title = `Plotter ${Date.now()} eats paper`
  const { reference } = await api<{ reference: string }>(page, 'POST', '/incidents', {
    title,
    impact: 'medium',
    urgency: 'medium',
  })
  await page.goto('/desk/queues/all?q=number%3AINC-999999998')
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await expect(page.getByRole('row').nth(1)).toBeVisible()

  await page.goto(`/desk/tickets/${reference}?tab=tasks`)
  const side = page.getByRole('complementary')
  await expect(side.getByText('P3 = Medium × Medium (impact × urgency)')).toBeVisible()
  await side.getByRole('textbox', { name: 'New task' }).fill('Order rollers')
  await page.keyboard.press('Enter')
  await expect(side.getByRole('button', { name: 'Tasks 1' })).toBeVisible()
  const tops = await side
    .getByRole('group')
    .first()
    .getByRole('button')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top))
  expect(new Set(tops).size, 'the tabs stand in one row').toBe(1)

  await page.getByRole('heading', { level: 1 }).focus()
  await page.keyboard.press('p')
  await expect(side.getByRole('combobox', { name: 'Impact' })).toBeFocused()
  await page.getByRole('heading', { level: 1 }).focus()
  await page.keyboard.press('t')
  await expect(page.getByRole('dialog', { name: 'Assign' })).toBeVisible()
})

test('what was read on one device is read on the others, for its reader alone', async ({
  page,
  browser,
  complaints,
}) => {
  await look(page, {})
  await signIn(page, 'tom')
  const title = `Franking machine ${Date.now()} is stuck`
  const alice = await another(browser, 'alice', complaints)
  const opened = await api<{ id: string; reference: string }>(alice, 'POST', '/incidents', {
    title,
    impact: 'medium',
    urgency: 'medium',
  })
  await api(alice, 'POST', `/incidents/${opened.id}/comments`, { body: 'It smells of glue', visibility: 'public' })
  const list = `/desk/queues/all?q=${encodeURIComponent(title)}`
  const mark = (on: Page) =>
    on.getByRole('row', { name: title }).getByRole('img', { name: 'Something new since you read it' })

  const elsewhere = await another(browser, 'tom', complaints)
  for (const device of [page, elsewhere]) {
    await device.goto(list)
    await expect(mark(device)).toBeVisible()
  }
  const told = page.waitForResponse((answer) => answer.url().endsWith('/read') && answer.status() === 204)
  await page.goto(`/desk/tickets/${opened.reference}`)
  await told

  await elsewhere.reload()
  await expect(elsewhere.getByRole('row', { name: title })).toBeVisible()
  await expect(mark(elsewhere)).toHaveCount(0)
  const tina = await another(browser, 'tina', complaints)
  await tina.goto(list)
  await expect(mark(tina)).toBeVisible()
})
