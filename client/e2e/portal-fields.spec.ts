import { expect } from '@playwright/test'
import { withCustomField } from './custom-field'
import { expectAccessible } from './accessible'
import { api, enter, look, test } from './desk'
import { caller, newPerson } from './person'

test('a report asks for what the organisation insists on, and for nothing else', async ({ page }) => {
  const person = await newPerson()
  const floors = [
    { key: 'ground', name: { en: 'Ground floor', fr: 'Rez-de-chaussée' } },
    { key: 'first', name: { en: 'First floor', fr: 'Premier étage' } },
  ]
  const optional = { type: 'text', name: 'Inventory number' }
  await withCustomField(optional, async () => {
    await withCustomField({ type: 'choice', name: 'Floor', required: true, options: floors }, async ({ key }) => {
      await look(page, {})
      await enter(page, person, '/help/report')
      await expect(page.getByLabel('Floor')).toBeVisible()
      await expect(page.getByLabel('Inventory number')).toHaveCount(0)
      await page.getByLabel('What happens?').fill('The coffee machine drips')
      await page.getByRole('button', { name: 'Send' }).click()
      await expect(page.getByText('This is needed.')).toBeVisible()
      await expect(page.getByLabel('Floor')).toBeFocused()
      await expectAccessible(page, 'report with a field that is missing')

      await page.getByLabel('Floor').selectOption('First floor')
      await expect(page.getByText('This is needed.')).toHaveCount(0)
      await page.getByRole('button', { name: 'Send' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'The coffee machine drips' })).toBeVisible()
      const reference = new URL(page.url()).pathname.split('/').at(-1)!
      const { customFields } = await api<{ customFields: unknown }>(page, 'GET', `/incidents/${reference}`)
      expect(customFields).toEqual({ [key]: 'first' })
    })
  })
})

test('whoever follows the ticket of somebody else can stop following it', async ({ page }) => {
  const person = await newPerson()
  const { call, leave } = await caller('tom')
  const title = 'The gate of the garage stays shut'
  const ticket = { title, impact: 'low', urgency: 'low', channel: 'phone' }
  const { id, reference } = await call<{ id: string; reference: string }>('POST', '/incidents', ticket)
  await call('POST', `/incidents/${id}/watchers`, { userId: person.id })
  await look(page, {})
  await enter(page, person, `/help/requests/${reference}`)
  await expect(page.getByText('You follow this ticket of somebody else.')).toBeVisible()
  await expectAccessible(page, 'a ticket that is followed')
  await page.getByRole('button', { name: 'Stop following' }).click()
  await expect(page.getByText(`You do not follow ${reference} any more.`)).toBeVisible()
  await expect(page).toHaveURL(/\/help\/requests$/)
  expect((await call<{ items: unknown[] }>('GET', `/incidents/${id}/watchers`)).items).toEqual([])
  await leave()
})
