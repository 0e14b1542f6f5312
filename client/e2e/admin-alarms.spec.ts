import { expect } from '@playwright/test'
import { api, look, signIn, test } from './desk'

interface Made {
  id: string
  version: number
}

test('an alarm names a person and a team, and reads so before and after it is published', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'admin')
  const { items: calendars } = await api<{ items: Made[] }>(page, 'GET', '/service-levels/calendars')
  const policy = await api<Made>(page, 'POST', '/service-levels/policies', {
    name: `Alarms ${Date.now().toString(36)}`,
    order: 900,
    when: { practice: 'problem' },
    calendarId: calendars[0]!.id,
    targets: { resolution: 'PT8H' },
  })

  await page.goto(`/admin/policies/${policy.id}`)
  await page.getByRole('button', { name: 'Add an alarm' }).click()
  await page.getByRole('button', { name: 'Add an action to alarm 1' }).click()
  const [told, escalated] = [1, 2].map((number) =>
    page.getByRole('group', { name: `Action ${number} of alarm 1: somebody in particular` }),
  )
  await told!.getByRole('combobox', { name: 'This person' }).fill('Sue')
  await told!.getByRole('option', { name: /Sue Laurent/ }).click()
  await page.getByRole('combobox', { name: 'Action 2 of alarm 1', exact: true }).selectOption('escalate')
  await page.getByRole('button', { name: 'Save as draft' }).click()
  await expect(page.getByText('Give each action what it needs')).toBeVisible()
  await escalated!.getByRole('combobox', { name: 'Everybody of this team' }).selectOption('Network')
  await page.getByRole('button', { name: 'Save as draft' }).click()

  const draft = page.getByRole('region', { name: 'Draft' })
  await draft.getByRole('link', { name: 'Rehearse' }).click()
  await expect(draft).toContainText('Resolution at 75 %: tell the owner, Sue Laurent, escalate to everybody of Network')
  await page.getByRole('link', { name: 'What it says' }).click()
  await page.reload()
  await expect(told!.getByRole('combobox', { name: 'This person' })).toHaveValue('Sue Laurent')
  await api(page, 'POST', `/service-levels/policies/${policy.id}/deactivate`, {})
})
