import { expect } from '@playwright/test'
import { withCustomField } from './custom-field'
import { api, expectAccessible, look, test } from './desk'
import { enter, newPerson } from './person'

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
