import { expect } from '@playwright/test'
import { expectAccessible, look, password, signIn, test } from './desk'

test('an employee signs in, reports a problem in five clicks and reads it in plain words', async ({ page }) => {
  await look(page, {})
  await page.goto('/help/requests')
  await expect(page).toHaveURL(/sign-in/)
  await page.locator('[name=username]').fill('alice')
  await page.locator('[name=password]').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/help\/requests/)

  await page.getByRole('link', { name: 'Help', exact: true }).click()
  await page.getByLabel('What is wrong?').fill('The VPN drops every hour')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('What happens?')).toHaveValue('The VPN drops every hour')
  await page.getByRole('radio', { name: 'My team' }).check()
  await page.getByRole('button', { name: 'Send' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'The VPN drops every hour' })).toBeVisible()
  await expect(page.getByText('Waiting to be taken')).toBeVisible()
  await page.getByLabel('Your message').fill('It began on **Monday**.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('article').filter({ hasText: 'It began on Monday.' })).toBeVisible()
  await expect(page.getByLabel('Your message')).toHaveValue('')

  await page.getByRole('link', { name: 'My tickets' }).click()
  await expect(page.getByRole('link', { name: 'The VPN drops every hour' })).toBeVisible()
})

test('a wrong password is refused in words, and the page says nothing of who exists', async ({ page, complaints }) => {
  await look(page, {})
  await page.goto('/sign-in')
  await page.locator('[name=username]').fill('nobody')
  await page.locator('[name=password]').fill('wrong')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('Name or password is wrong')
  // The browser itself tells of the 401.
  complaints.length = 0
})

test('what is typed survives the end of the session and is sent once', async ({ page, complaints }) => {
  await look(page, {})
  await signIn(page, 'alice')
  await page.goto('/help/report')
  await page.getByLabel('What happens?').fill('Typed before the session ended')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Send' }).click()
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
  await dialog.locator('[name=password]').fill(password)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Typed before the session ended' })).toBeVisible()
  await page.getByRole('link', { name: 'My tickets' }).click()
  await expect(page.getByRole('link', { name: 'Typed before the session ended' })).toHaveCount(1)
  complaints.length = 0
})

test('signing out closes the desk', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'alice')
  await page.getByRole('button', { name: 'Alice Martin' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/sign-in/)
  await page.goto('/help')
  await expect(page).toHaveURL(/sign-in/)
})

test('the portal speaks French', async ({ page }) => {
  await look(page, { language: 'fr' })
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { name: 'Se connecter' })).toBeVisible()
  await signIn(page, 'alice')
  await page.getByRole('button', { name: 'Alice Martin' }).click()
  await page.getByRole('menuitemradio', { name: 'Français' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(page.getByRole('heading', { level: 1, name: /Comment pouvons-nous vous aider/ })).toBeVisible()
})

for (const theme of ['light', 'dark', 'contrast'] as const)
  test(`the portal is accessible in the ${theme} theme`, async ({ page }) => {
    await look(page, { theme })
    await page.goto('/sign-in')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page, 'sign-in')
    await signIn(page, 'alice')
    for (const path of ['/help', '/help/report', '/help/requests', '/nowhere']) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page, path)
    }
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox')).toBeFocused()
    await expectAccessible(page, 'palette')
  })
