import { expect } from '@playwright/test'
import { expectAccessibleInEveryTheme } from './accessible'
import { api, look, signIn, test } from './desk'

test('tasks and logged time are corrected, given away and taken away beside the ticket', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'tom')
  const { reference, id } = await api<{ reference: string; id: string }>(page, 'POST', '/incidents', {
    title: `Plotter ${Date.now()} eats paper`,
    impact: 'medium',
    urgency: 'medium',
  })
  for (const title of ['Order rollers', 'Call the supplier', 'Clean the tray'])
    await api(page, 'POST', `/incidents/${id}/tasks`, { title })
  await page.goto(`/desk/tickets/${reference}?tab=tasks`)
  const side = page.getByRole('complementary')

  await side.getByRole('button', { name: 'More for “Order rollers”' }).click()
  await page.getByRole('menuitem', { name: 'Edit the task…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit the task…' })
  await dialog.getByRole('textbox', { name: 'What is to be done' }).fill('Order two rollers')
  await dialog.getByRole('combobox', { name: 'Team' }).selectOption({ label: 'Service Desk' })
  await dialog.getByRole('combobox', { name: 'Person' }).selectOption({ label: 'Tom Becker' })
  await dialog.getByRole('textbox', { name: 'Due (optional)' }).fill('4 Mar 2030 9:30')
  await expectAccessibleInEveryTheme(page, 'the dialog of a task')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const changed = side.getByRole('listitem').filter({ hasText: 'Order two rollers' })
  await expect(changed).toContainText('Tom Becker · due Mon 4 Mar, 09:30')

  await side.getByRole('button', { name: 'More for “Call the supplier”' }).click()
  await page.getByRole('menuitem', { name: 'Not needed' }).click()
  await expect(side.getByRole('listitem').filter({ hasText: 'Call the supplier' })).toContainText('not needed')
  await side.getByRole('button', { name: 'More for “Clean the tray”' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(side.getByText('Clean the tray')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(side.getByText('Clean the tray')).toBeVisible()
  await expectAccessibleInEveryTheme(page, 'the tasks of a ticket')

  await page.goto(`/desk/tickets/${reference}?tab=work`)
  await side.getByRole('textbox', { name: 'Minutes' }).fill('30')
  await side.getByRole('textbox', { name: 'What was done' }).fill('Looked at it')
  await side.getByRole('button', { name: 'Add' }).click()
  await side.getByRole('button', { name: 'More for “Looked at it”' }).click()
  await page.getByRole('menuitem', { name: 'Correct…' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Minutes' }).fill('45')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(side.getByText('Spent in all: 45m')).toBeVisible()
  await side.getByRole('button', { name: 'More for “Looked at it”' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(side.getByText('Spent in all: 0m')).toBeVisible()
})
