import { expect } from '@playwright/test'
import { expectAccessibleInEveryTheme } from './accessible'
import { api, look, signIn, test } from './desk'

test('everything in a view is worked on together, piece by piece, and taken back', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'tom')
  const word = `whole${Date.now()}`
  const open = () =>
    api<{ id: string }>(page, 'POST', '/incidents', { title: `Badge ${word}`, impact: 'low', urgency: 'low' })
  // More than the server takes at once; ten at a time.
  for (let made = 0; made < 210; made += 10) await Promise.all(Array.from({ length: 10 }, open))

  await page.goto(`/desk/queues/all?q=${word}`)
  await expect(page.getByText('210 tickets')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Select all' }).check()
  const bar = page.getByRole('toolbar')
  await expect(bar).toContainText('100 selected')
  await expectAccessibleInEveryTheme(page, 'the bar that offers all of the view')
  await bar.getByRole('button', { name: 'Select all 210 in this view' }).click()
  await expect(bar).toContainText('210 selected')

  await bar.getByRole('button', { name: /^Assign/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Team' }).selectOption({ label: 'Network' })
  const pieces: Promise<{ results: unknown[] }>[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('/tickets/bulk')) pieces.push(response.json() as Promise<{ results: unknown[] }>)
  })
  await dialog.getByRole('button', { name: 'Assign' }).click()
  const outcome = page.getByRole('dialog', { name: 'Done' })
  await expect(outcome).toContainText('210 possible')
  await expect(outcome.getByRole('listitem')).toHaveCount(210)
  expect((await Promise.all(pieces)).map(({ results }) => results.length)).toEqual([200, 10])
  await expectAccessibleInEveryTheme(page, 'what became of each ticket')
  await outcome.getByRole('button', { name: 'Close', exact: true }).last().click()
  await expect(bar).toHaveCount(0)

  // Given away again, and that taken back: they are where they were.
  await page.getByRole('checkbox', { name: 'Select all' }).check()
  await bar.getByRole('button', { name: 'Select all 210 in this view' }).click()
  await bar.getByRole('button', { name: /^Assign/ }).click()
  await page.getByRole('dialog').getByRole('combobox', { name: 'Team' }).selectOption({ label: 'Security' })
  await page.getByRole('dialog').getByRole('button', { name: 'Assign' }).click()
  await expect(outcome).toContainText('210 possible')
  await outcome.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const back = await api<{ total: number }>(page, 'GET', `/tickets?q=${word}%20group%3Anetwork&count=true&limit=1`)
  expect(back.total).toBe(210)
})
