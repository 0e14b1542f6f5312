import { expect } from '@playwright/test'
import { expectAccessibleInEveryTheme } from './accessible'
import { api, look, sideTab, signIn, test } from './desk'

test('every page of the desk is accessible in every theme', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'sue')
  const ticket = await api<{ reference: string }>(page, 'POST', '/incidents', {
    title: 'The blinds stay down',
    description: 'On the south side.',
    impact: 'low',
    urgency: 'medium',
    channel: 'phone',
  })
  const { reference } = ticket
  await api(page, 'POST', `/incidents/${reference}/comments`, { body: 'Seen.', visibility: 'internal' })
  await api(page, 'POST', `/incidents/${reference}/comments`, { body: 'We come today.', visibility: 'public' })
  await api(page, 'POST', `/incidents/${reference}/tasks`, { title: 'Bring the ladder' })

  await page.goto('/desk/queues/all')
  await expect(page.getByRole('row').nth(3)).toBeVisible()
  await expectAccessibleInEveryTheme(page, 'queue')
  await page.keyboard.press('x')
  await page.keyboard.press('Space')
  await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toBeVisible()
  await expectAccessibleInEveryTheme(page, 'queue with preview and ticked rows')
  await page.keyboard.press('Escape')
  await page.goto('/desk/queues/all?q=nothingatallofthisname')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await expectAccessibleInEveryTheme(page, 'empty queue')

  await page.goto(`/desk/queues/all?q=${encodeURIComponent(`number:${reference}`)}`)
  await expect(page.getByRole('row').filter({ hasText: reference })).toBeVisible()
  for (const [key, name] of [
    ['a', 'assign'],
    ['w', 'hold'],
    ['e', 'resolve'],
    ['s', 'state of a row'],
    ['p', 'priority of a row'],
    ['Shift+?', 'key sheet'],
    ['Control+k', 'palette'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect(page.getByRole('dialog').getByRole('button').first()).toBeVisible()
    await expectAccessibleInEveryTheme(page, name)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  for (const name of ['How to search', 'Columns and groups']) {
    await page.getByRole('button', { name }).click()
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await expectAccessibleInEveryTheme(page, name)
    await page.keyboard.press('Escape')
  }

  await page.goto(`/desk/tickets/${reference}`)
  await expect(page.getByRole('article').filter({ hasText: 'We come today.' })).toBeVisible()
  for (const tab of ['Properties', 'Person', 'Tasks', 'Links', 'Time', 'Deadlines', 'Similar']) {
    await sideTab(page, tab).click()
    await expect(page.locator('[data-skeleton]')).toHaveCount(0)
    await expectAccessibleInEveryTheme(page, `ticket, ${tab}`)
  }
  await page.keyboard.press('n')
  await expectAccessibleInEveryTheme(page, 'ticket, writing a note')
  await page.keyboard.press('Escape')
  for (const entry of ['Merge…', 'Split off…', 'Declare a major incident…', 'Cancel…']) {
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: entry }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessibleInEveryTheme(page, entry)
    await page.keyboard.press('Escape')
  }

  await page.goto('/desk/tickets/new')
  await page.getByRole('combobox', { name: 'Who calls' }).fill('ali')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expectAccessibleInEveryTheme(page, 'new ticket, choosing who calls')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  await expectAccessibleInEveryTheme(page, 'new ticket')
})
