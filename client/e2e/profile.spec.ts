import { expect } from '@playwright/test'
import { expectAccessible, expectAccessibleInEveryTheme } from './accessible'
import { api, enter, look, test, visit } from './desk'
import { fillSignIn, newPerson, totp } from './person'

test('a person sets language and time zone, and both hold from then on', async ({ page }) => {
  const person = await newPerson()
  await look(page, {})
  await enter(page, person, '/help')
  await page.getByRole('button', { name: person.name }).click()
  await page.getByRole('menuitem', { name: 'My account' }).click()
  await expect(page.getByRole('heading', { level: 1, name: person.name })).toBeVisible()
  await page.getByLabel('Telephone').fill('+33 4 72 00 00 00')
  await page.getByLabel('Language').selectOption('fr')
  await page.getByLabel('Time zone').selectOption('America/Toronto')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await page.reload()
  await expect(page.getByLabel('Téléphone')).toHaveValue('+33 4 72 00 00 00')
  await expect(page.getByLabel('Fuseau horaire')).toHaveValue('America/Toronto')
})

test('two windows that set the same field are shown both values', async ({ page, complaints }) => {
  const person = await newPerson()
  await look(page, {})
  await enter(page, person, '/me')
  await page.getByLabel('Telephone').fill('111')
  await api(page, 'PATCH', '/me', { phone: '222' })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toContainText('Yours: 111. Meanwhile: 222.')
  await page.getByRole('button', { name: 'Save mine' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.reload()
  await expect(page.getByLabel('Telephone')).toHaveValue('111')
  // The browser itself tells of the 412.
  complaints.length = 0
})

test('a second factor is set up, asked for, and replaced once by a recovery code', async ({ page, complaints }) => {
  const person = await newPerson()
  await look(page, {})
  await enter(page, person, '/me/security')
  await page.getByRole('button', { name: 'Set it up' }).click()
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible()
  await expectAccessible(page, 'setting up a second factor')
  const secret = (await page.locator('code').first().textContent())!
  await page.getByLabel('The code it shows now').fill('000000')
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByText('The code is wrong', { exact: false })).toBeVisible()
  await page.getByLabel('The code it shows now').fill(totp(secret))
  await page.getByRole('button', { name: 'Confirm' }).click()

  const codes = page.getByRole('dialog', { name: 'Recovery codes' })
  await expect(codes.getByRole('listitem')).toHaveCount(10)
  const recovery = (await codes.getByRole('listitem').first().textContent())!
  const download = page.waitForEvent('download')
  await codes.getByRole('button', { name: 'Download' }).click()
  expect((await download).suggestedFilename()).toContain('recovery-codes')
  await codes.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByText('10 recovery codes left.')).toBeVisible()

  // The code that confirmed it is used up; the next one is good already.
  for (const code of [totp(secret, Date.now() + 30_000), recovery]) {
    await page.context().clearCookies()
    await page.goto('/sign-in')
    await fillSignIn(page, person)
    await page.getByLabel('Code', { exact: true }).fill(code)
    await page.keyboard.press('Enter')
    await expect(page).not.toHaveURL(/sign-in/)
  }
  await page.goto('/me/security')
  await expect(page.getByText('9 recovery codes left.')).toBeVisible()

  await page.getByRole('button', { name: 'Turn it off' }).click()
  const dialog = page.getByRole('dialog', { name: 'Turn it off' })
  await dialog.getByLabel('Current password').fill(person.password)
  await dialog.getByRole('button', { name: 'Turn it off' }).click()
  await expect(page.getByRole('button', { name: 'Set it up' })).toBeVisible()
  complaints.length = 0
})

test('a changed password ends other sessions, and one session can be ended from another', async ({
  page,
  browser,
  complaints,
}) => {
  const person = await newPerson()
  await look(page, {})
  await enter(page, person, '/me/security')
  const context = await browser.newContext()
  const other = await context.newPage()
  await look(other, {})
  await enter(other, person, '/help')

  await page.reload()
  const sessions = page.getByRole('region', { name: 'Where you are signed in' })
  await expect(sessions.getByRole('listitem')).toHaveCount(2)
  await sessions.getByRole('button', { name: /End the session of/ }).click()
  await expect(sessions.getByRole('listitem')).toHaveCount(1)
  await other.goto('/help')
  await expect(other).toHaveURL(/sign-in/)

  await page.getByLabel('Current password').fill('not the password')
  await page.getByLabel('New password').fill(`${person.password}-2`)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('The password is wrong.')).toBeVisible()
  await page.getByLabel('Current password').fill(person.password)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('The password is changed.', { exact: false })).toBeVisible()
  await fillSignIn(other, { ...person, password: `${person.password}-2` })
  await expect(other).not.toHaveURL(/sign-in/)
  await context.close()
  complaints.length = 0
})

test('a token is shown once, may what it was given, and works no more once revoked', async ({ page, request }) => {
  const person = await newPerson()
  await look(page, {})
  await enter(page, person, '/me/tokens')
  await page.getByRole('button', { name: 'New token' }).click()
  const dialog = page.getByRole('dialog', { name: 'New token' })
  await dialog.getByRole('button', { name: 'Make the token' }).click()
  await expect(dialog.getByText('Choose at least one right.')).toBeVisible()
  await dialog.getByLabel('Name').fill('Nightly script')
  await dialog.getByLabel('Read incidents').check()
  await expectAccessible(page, 'a new token')
  await dialog.getByRole('button', { name: 'Make the token' }).click()

  const token = (await page.getByRole('region', { name: 'The token Nightly script' }).locator('code').textContent())!
  const bearer = { headers: { Authorization: `Bearer ${token}` } }
  expect((await request.get('/api/v1/tickets', bearer)).status()).toBe(200)
  const write = { ...bearer, data: { title: 'Not allowed', impact: 'low', urgency: 'low' } }
  expect((await request.post('/api/v1/incidents', write)).status()).toBe(403)

  await page.reload()
  await expect(page.getByText(token)).toHaveCount(0)
  await page.getByRole('button', { name: 'Revoke Nightly script' }).click()
  await expect(page.getByText('No token yet')).toBeVisible()
  expect((await request.get('/api/v1/tickets', bearer)).status()).toBe(401)
})

test('what a person is told of is kept on the server', async ({ page }) => {
  const person = await newPerson({ role: 'technician' })
  await look(page, {})
  await enter(page, person, '/me/notifications')
  const queue = page.getByLabel('Something new in the queue of my team')
  await expect(queue).not.toBeChecked()
  await queue.check()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(queue).toBeChecked()
})

test("the pages of one's account are accessible in every theme", async ({ page }) => {
  const person = await newPerson({ role: 'technician' })
  await look(page, {})
  await enter(page, person, '/me')
  for (const path of ['/me', '/me/security', '/me/notifications', '/me/tokens']) {
    await visit(page, path)
    await expectAccessibleInEveryTheme(page, path)
  }
})
