import { expect } from '@playwright/test'
import { expectAccessibleInEveryTheme } from './accessible'
import { another, api, look, signIn, test } from './desk'

test('the heads of a list sort it, by mouse and by keys, and the order is kept with a view', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'tom')
  // Room for every column.
  await page.setViewportSize({ width: 1600, height: 900 })
  await page.goto('/desk/queues/all?q=state%3Aopen')
  const head = (name: string) => page.getByRole('columnheader', { name })
  await page.getByRole('combobox', { name: 'Order' }).selectOption({ label: 'Order of the view' })
  await expect(head('Changed')).toHaveAttribute('aria-sort', 'descending')
  await expect(head('Requester')).not.toHaveAttribute('aria-sort')

  await head('Number').getByRole('button').click()
  await expect(page).toHaveURL(/sort=reference/)
  await expect(head('Number')).toHaveAttribute('aria-sort', 'ascending')
  await expect(head('Changed')).toHaveAttribute('aria-sort', 'none')
  const numbers = () =>
    page.locator('[role=gridcell][data-column=reference]').evaluateAll((all) => all.map((each) => each.textContent))
  await expect.poll(async () => (await numbers()).toSorted().join() === (await numbers()).join()).toBe(true)
  await head('Number').getByRole('button').focus()
  await page.keyboard.press('Enter')
  await expect(head('Number')).toHaveAttribute('aria-sort', 'descending')
  await expect(page.getByRole('combobox', { name: 'Order' })).toHaveValue('-reference')
  await expectAccessibleInEveryTheme(page, 'a list sorted by its head')

  const name = `By number ${Date.now()}`
  await page.getByRole('button', { name: 'Save as a view' }).click()
  await page.getByRole('textbox', { name: 'Name of the view' }).fill(name)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(head('Number')).toHaveAttribute('aria-sort', 'descending')
  await page.getByRole('combobox', { name: 'Order' }).selectOption({ label: 'Order of the view' })
  await expect(head('Number')).toHaveAttribute('aria-sort', 'descending')
  await page.getByRole('button', { name: 'Delete this view' }).click()
  await expect(page).toHaveURL(/my-work/)

  // A person's order of a list stays until it is given up.
  await page.goto('/desk/queues/all')
  await expect(head('Number')).toHaveAttribute('aria-sort', 'descending')
  await page.getByRole('combobox', { name: 'Order' }).selectOption({ label: 'Order of the view' })
  await expect(head('Changed')).toHaveAttribute('aria-sort', 'descending')
})

test('a caller is found by their number, and where they sit is filled in', async ({ page, browser }) => {
  await look(page, {})
  await signIn(page, 'tom')
  const admin = await another(browser, 'admin')
  const { items } = await api<{ items: { id: string }[] }>(admin, 'GET', '/users?q=alice')
  await api(admin, 'PATCH', `/users/${items[0]!.id}`, { phone: '+33 4 72 98 76 54' })

  const service = `Telephony ${Date.now()}`
  await api(admin, 'POST', '/services', { key: `telephony-${Date.now()}`, name: service })

  await page.goto('/desk/tickets/new')
  await page.getByRole('combobox', { name: 'Who calls' }).fill('0472 98 76')
  const found = page.getByRole('listbox', { name: 'Who calls' }).getByRole('option')
  await expect(found).toHaveText(['Alice Martin +33 4 72 98 76 54'])
  await page.keyboard.press('Enter')
  const site = page.getByRole('combobox', { name: 'Site' })
  await expect(site.locator('option:checked')).toHaveText('Lyon')
  await page.getByRole('textbox', { name: 'Title' }).fill('The telephone crackles')
  await page.getByRole('combobox', { name: 'Service' }).selectOption({ label: service })
  await expectAccessibleInEveryTheme(page, 'a new ticket')
  await page.getByRole('button', { name: 'Open the ticket' }).click()
  await expect(page).toHaveURL(/\/desk\/tickets\/INC-/)
  const reference = page.url().split('/').at(-1)!
  const made = await api<{ site: { name: string }; service: { name: string } }>(page, 'GET', `/incidents/${reference}`)
  expect(made.site.name).toBe('Lyon')
  expect(made.service.name).toBe(service)
})

test('tags that colleagues use are offered while one is typed', async ({ page, browser }) => {
  await look(page, {})
  await signIn(page, 'tom')
  const word = `tag${Date.now()}`
  const fresh = (title: string) =>
    api<{ reference: string }>(page, 'POST', '/incidents', { title, impact: 'low', urgency: 'low' })
  const other = await fresh('The badge reader blinks')
  const tina = await another(browser, 'tina')
  await api(tina, 'POST', `/incidents/${other.reference}/tags`, { add: [`${word}-reader`] })
  const { reference } = await fresh('The badge reader beeps')

  await page.goto(`/desk/tickets/${reference}`)
  const tags = page.getByRole('region', { name: 'Tags' })
  await tags.getByRole('combobox', { name: 'Add a tag' }).fill(word)
  await expect(tags.getByRole('option', { name: `${word}-reader` })).toBeVisible()
  await expectAccessibleInEveryTheme(page, 'tags that are offered')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(tags.getByRole('listitem')).toHaveText([`${word}-reader`])
})

test('the key s changes the state of the row it is on, in the list and back to it', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'tom')
  const word = `key${Date.now()}`
  const { reference } = await api<{ reference: string }>(page, 'POST', '/incidents', {
    title: `Kettle ${word}`,
    impact: 'low',
    urgency: 'low',
  })
  await page.goto(`/desk/queues/all?q=${word}`)
  const row = page.getByRole('row', { name: new RegExp(reference) })
  await expect(row).toBeVisible()
  await page.getByRole('grid').focus()
  await page.keyboard.press('s')
  const choices = page.getByRole('dialog', { name: `State of ${reference}` })
  await expect(choices.getByRole('button').first()).toBeFocused()
  await expectAccessibleInEveryTheme(page, 'the states of a row')
  await choices.getByRole('button', { name: 'Start' }).press('Enter')
  await expect(row).toContainText('In progress')
  await expect(page.getByRole('grid')).toBeFocused()
})
