import { expect, type Page } from '@playwright/test'
import { api, enter, look, sideTab, signIn, test } from './desk'

interface Ticket {
  id: string
  reference: string
}

const open = (page: Page, title: string) =>
  api<Ticket>(page, 'POST', '/incidents', { title, impact: 'low', urgency: 'low', channel: 'phone' })

/** The focus is on something of the page, and stays there. */
async function expectFocus(page: Page, after: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName), { message: `after ${after}` })
    .not.toBe('BODY')
}

test('whoever works by keys keeps a place on a ticket: after sending, watching, and removing a task or a link', async ({
  page,
}) => {
  await look(page, {})
  await signIn(page, 'tom')
  const [ticket, other] = [await open(page, 'Focus stays here'), await open(page, 'Linked to it')]
  for (const title of ['First', 'Second']) await api(page, 'POST', `/incidents/${ticket.id}/tasks`, { title })
  await api(page, 'POST', `/incidents/${ticket.id}/links`, { type: 'relatedTo', targetId: other.id })
  await page.goto(`/desk/tickets/${ticket.reference}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Focus stays here' })).toBeVisible()

  await page.keyboard.press('n')
  await page.keyboard.type('A note')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('article').filter({ hasText: 'A note' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Internal note/ })).toBeFocused()
  // The keys are the ticket's, and Enter writes on.
  await page.keyboard.press('r')
  await page.keyboard.type('An answer')
  const send = page.getByRole('button', { name: /^Send to/ })
  await send.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article').filter({ hasText: 'An answer' })).toBeVisible()
  await expectFocus(page, 'an answer sent by its button')

  const watch = page.getByRole('complementary').getByRole('button', { name: /^(Watch|Stop watching|Unwatch)/ })
  const before = await watch.textContent()
  await watch.focus()
  await page.keyboard.press('Enter')
  await expect(watch).not.toHaveText(before!)
  await expect(watch).toBeFocused()

  await sideTab(page, 'Tasks').click()
  await page.getByRole('button', { name: /Second/ }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Second' })).toBeHidden()
  await expectFocus(page, 'a task removed')

  await sideTab(page, 'Links').click()
  const unlink = page.getByRole('button', { name: `Remove the link to ${other.reference}` })
  await unlink.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: other.reference })).toBeHidden()
  await expectFocus(page, 'a link removed')
})

test('whoever works by keys keeps a place in the queue: after an answer in the preview, and after a wait', async ({
  page,
}) => {
  await look(page, {})
  await signIn(page, 'tom')
  const title = `Focus${Date.now()}`
  await open(page, title)
  await enter(page, { userName: 'tom' }, `/desk/queues/all?q=${title}`)
  await expect(page.locator('[data-row]')).toHaveCount(1)
  await page.keyboard.press('m')
  await expect(page.getByText(/is assigned\./)).toBeVisible()
  await page.keyboard.press('r')
  const answer = page.getByRole('textbox', { name: /^Answer to/ })
  await expect(answer).toBeFocused()
  await page.keyboard.type('Which floor?')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('article').filter({ hasText: 'Which floor?' })).toBeVisible()
  await expect(page.getByRole('grid')).toBeFocused()

  await page.keyboard.press('x')
  await page.getByRole('toolbar').getByRole('button', { name: /hold/ }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Put on hold' })
  await dialog.getByRole('button', { name: 'Put on hold' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expectFocus(page, 'a wait')
})
