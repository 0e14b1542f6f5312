import { expect, type Page } from '@playwright/test'
import { another, api, look, signIn, test } from './desk'

interface Ticket {
  id: string
  reference: string
  state: string
  assignee: { name: string } | null
  pending: { reason: string } | null
  resolution: { code: string; text: string } | null
}

/** Counts every key that is pressed, the ones held down with another included. */
function keyboard(page: Page) {
  let pressed = 0
  return {
    press: async (keys: string) => {
      pressed += keys.split('+').length
      await page.keyboard.press(keys)
    },
    pressed: () => pressed,
  }
}

const row = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title })

test('a technician takes, answers and puts on hold in six keys, then resolves, and never leaves the list', async ({
  page,
  browser,
  complaints,
}) => {
  const alice = await another(browser, 'alice')
  const title = `Scanner ${Date.now()} sends empty pages`
  const opened = await api<Ticket>(alice, 'POST', '/incidents', { title, impact: 'low', urgency: 'medium' })

  await look(page, {})
  await signIn(page, 'tom')
  await page.goto(`/desk/queues/all?q=${encodeURIComponent(`number:${opened.reference}`)}`)
  await expect(row(page, title)).toBeVisible()

  // Whoever does not see the list hears which row the keys act on.
  await page.keyboard.press('j')
  const list = page.getByRole('grid')
  await expect(list).toBeFocused()
  const heard = page.locator(`#${await list.getAttribute('aria-activedescendant')}`)
  await expect(heard).toHaveAccessibleName(new RegExp(`^${opened.reference}, ${title}, New, .*of working time left`))

  const keys = keyboard(page)
  await keys.press('m')
  await expect(row(page, title)).toContainText('Tom Becker')
  await keys.press('r')
  const answer = page.getByRole('textbox', { name: 'Answer to Alice Martin' })
  await expect(answer).toBeFocused()
  await page.keyboard.type('Which floor is it on?')
  await keys.press('Control+Enter')
  await expect(page.getByRole('complementary').getByRole('article')).toContainText(['Which floor is it on?'])
  // The answer's field is gone once it is sent; until then a letter is one more letter.
  await expect(answer).not.toBeFocused()
  await keys.press('w')
  await expect(page.getByRole('dialog', { name: 'Put on hold' })).toBeVisible()
  await keys.press('Enter')
  await expect(row(page, title)).toContainText('Waiting')
  expect(keys.pressed()).toBeLessThanOrEqual(6)

  // The row shows what was asked for before the server has said yes.
  const ticket = () => api<Ticket>(page, 'GET', `/incidents/${opened.reference}`)
  await expect
    .poll(ticket)
    .toMatchObject({ state: 'pending', assignee: { name: 'Tom Becker' }, pending: { reason: 'awaitingRequester' } })
  const comments = await api<{ items: { body: string }[] }>(alice, 'GET', `/incidents/${opened.reference}/comments`)
  expect(comments.items.map((comment) => comment.body)).toEqual(['Which floor is it on?'])

  await page.keyboard.press('e')
  await expect(page.getByRole('dialog', { name: 'Resolve' })).toBeVisible()
  await page.keyboard.type('The feeder was dirty.')
  await page.keyboard.press('Control+Enter')
  await expect(row(page, title)).toContainText('Resolved')
  await expect
    .poll(ticket)
    .toMatchObject({ state: 'resolved', resolution: { code: 'fixed', text: 'The feeder was dirty.' } })
  await expect(page).toHaveURL(/\/desk\/queues\/all/)
  // Whoever is faster than the taking reaches the server is told so, and the page sends again by itself.
  expect(complaints.filter((complaint) => !complaint.includes('409'))).toEqual([])
  complaints.length = 0
})

test('what is written changes its readers by one key, and two slashes act on the ticket without leaving the field', async ({
  page,
  browser,
}) => {
  const alice = await another(browser, 'alice')
  const title = `Lamp ${Date.now()} flickers`
  const opened = await api<Ticket>(alice, 'POST', '/incidents', { title, impact: 'low', urgency: 'medium' })
  await look(page, {})
  await signIn(page, 'tom')
  await page.goto(`/desk/tickets/${opened.reference}`)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()

  await page.keyboard.press('r')
  await page.keyboard.type('The starter is worn, says @@tina mor')
  await expect(page.getByRole('option', { name: /^Tina Moreau/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('i')
  const note = page.getByRole('textbox', { name: 'Internal note, read by colleagues only' })
  await expect(note).toBeFocused()
  await expect(note).toHaveValue('The starter is worn, says Tina Moreau.')

  await page.keyboard.press('End')
  await page.keyboard.type(' //take')
  await expect(page.getByRole('listbox', { name: 'What can be done' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect
    .poll(() => api<Ticket>(page, 'GET', `/incidents/${opened.reference}`))
    .toMatchObject({
      assignee: { name: 'Tom Becker' },
    })
  await expect(note).toBeFocused()
  await expect(note).toHaveValue('The starter is worn, says Tina Moreau. ')
})
