import { expect } from '@playwright/test'
import { expectAccessible } from './accessible'
import { api, look, settled, signIn, test } from './desk'

// The browser's language and zone are not the reader's.
test.use({ locale: 'en-US', timezoneId: 'America/New_York' })

interface Ticket {
  id: string
  reference: string
  pending: { until: string } | null
}

test('a date is shown and read in the reader’s language and zone, and what is none is said in it', async ({ page }) => {
  await look(page, { language: 'fr' })
  await signIn(page, 'tina')
  const me = await api<{ user: { timeZone: string } }>(page, 'GET', '/session')
  expect(me.user.timeZone).toMatch(/^Europe\//)
  const ticket = await api<Ticket>(page, 'POST', '/incidents', {
    title: `Armoire ${Date.now()}`,
    impact: 'low',
    urgency: 'low',
  })
  await page.goto(`/desk/tickets/${ticket.reference}`)
  await settled(page)
  // What nobody has yet does not wait.
  await page.keyboard.press('m')
  await expect(page.locator('[data-acts]').getByRole('button', { name: /^En attente…/ })).toBeEnabled()
  await page.keyboard.press('w')
  const dialog = page.getByRole('dialog', { name: 'Mettre en attente' })
  const until = dialog.getByRole('textbox', { name: 'Réveiller le (facultatif)' })
  await expect(until).toHaveAttribute('placeholder', 'jj/mm/aaaa hh:mm')
  await until.fill('30 février')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Écrivez date et heure comme 31/12/2026 14:30.')).toBeVisible()
  await expectAccessible(page, 'a date that is none')
  await expect(dialog).toBeVisible()

  // The calendar stands on the same date as what is written, and what it gives is written as the reader does.
  await until.fill('1er février 2030 8h')
  const calendar = dialog.locator('input[type=datetime-local]')
  await expect(calendar).toHaveValue('2030-02-01T08:00')
  await dialog.getByRole('button', { name: /^Calendrier/ }).click()
  await page.keyboard.press('Escape')
  await calendar.evaluate((input: HTMLInputElement) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, '2030-02-04T08:30')
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await expect(until).toHaveValue('04/02/2030 08:30')
  await until.press('Enter')
  await expect(dialog).toBeHidden()
  await expect
    .poll(() => api<Ticket>(page, 'GET', `/incidents/${ticket.reference}`))
    .toMatchObject({ pending: { until: '2030-02-04T07:30:00+00:00' } })
})
