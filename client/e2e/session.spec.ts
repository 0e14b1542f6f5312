import { expect } from '@playwright/test'
import { expectAccessible, expectAccessibleInEveryTheme } from './accessible'
import { api, enter, look, password, settled, signIn, test } from './desk'
import { caller, fillSignIn, newPerson } from './person'

test('a wrong password is refused in words, and the page says nothing of who exists', async ({ page, complaints }) => {
  await look(page, {})
  await page.goto('/sign-in')
  await fillSignIn(page, { userName: 'nobody', password: 'wrong' })
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
  await expect(dialog.locator('[name=username]')).toHaveValue('alice')
  await expect(dialog.locator('[name=password]'), 'only the password is missing').toBeFocused()
  await dialog.locator('[name=password]').fill(password)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Typed before the session ended' })).toBeVisible()
  await page.getByRole('link', { name: 'My tickets' }).click()
  await expect(page.getByRole('link', { name: 'Typed before the session ended' })).toHaveCount(1)
  complaints.length = 0
})

test('signing out closes the desk', async ({ page }) => {
  const person = await newPerson()
  await look(page, {})
  await enter(page, person, '/help')
  await page.getByRole('button', { name: person.name }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/sign-in/)
})

test('a link to a ticket asks to sign in first and then opens the ticket', async ({ page, complaints }) => {
  const person = await newPerson()
  await look(page, {})
  await enter(page, person, '/help')
  const body = { title: 'Reached by a link', impact: 'low', urgency: 'low' }
  const { reference } = await api<{ reference: string }>(page, 'POST', '/incidents', body)
  await page.context().clearCookies()
  await page.goto(`/help/requests/${reference}`)
  await fillSignIn(page, person)
  await expect(page.getByRole('heading', { level: 1, name: 'Reached by a link' })).toBeVisible()
  await page.goto(`/t/${reference}`)
  await expect(page).toHaveURL(new RegExp(`/help/requests/${reference}$`))
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Reached by a link' })).toBeVisible()
  // The browser itself tells of the 401 of a session that is gone.
  complaints.length = 0
})

test('a used reset link is refused in words, in both languages', async ({ page, complaints }) => {
  const person = await newPerson()
  await look(page, { language: 'fr' })
  await page.goto(`/reset-password#${person.resetCode}`)
  await page.locator('[name=new-password]').fill('Quiet-meadow-again')
  await page.getByRole('button', { name: 'Enregistrer le mot de passe' }).click()
  await expect(page.getByRole('alert')).toContainText('Ce code est faux, déjà utilisé ou trop ancien.')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Set a new password' })).toBeVisible()
  complaints.length = 0
})

test('a reset link sets the password, which then signs in', async ({ page }) => {
  const person = await newPerson()
  const admin = await caller('admin')
  const { code } = await admin.call<{ code: string }>('POST', `/users/${person.id}/reset-link`, {})
  await admin.leave()
  await look(page, {})
  await page.goto(`/reset-password#${code}`)
  await page.locator('[name=new-password]').fill('Another-quiet-meadow')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByText('The password is set.', { exact: false })).toBeVisible()
  await fillSignIn(page, { userName: person.userName, password: 'Another-quiet-meadow' })
  await expect(page.getByRole('button', { name: person.name })).toBeVisible()
})

test('an installation that has an administrator is not set up again', async ({ page }) => {
  await look(page, {})
  await page.goto('/setup')
  await expect(page.getByText('There is an administrator already.')).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
})

test('a page that cannot be shown says why, with the trace id and a way on', async ({ page, complaints }) => {
  const person = await newPerson()
  await look(page, {})
  await enter(page, person, '/help')
  const failure = { title: 'Error', status: 500, code: 'unexpected', traceId: '4bf92f3577b34da6a3ce929d0e0e4736' }
  await page.route('**/api/v1/me/two-factor', (route) =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(failure) }),
  )
  await page.goto('/me/security')
  await expect(page.getByRole('heading', { level: 1, name: 'This page could not be shown' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('4bf92f3577b34da6a3ce929d0e0e4736')
  await expectAccessible(page, 'a page that cannot be shown')
  await page.unroute('**/api/v1/me/two-factor')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Security' })).toBeVisible()
  complaints.length = 0
})

test('a notification arrives while the page is open, is read and opens its ticket', async ({ page }) => {
  const person = await newPerson()
  await look(page, {})
  await enter(page, person, '/help')
  const body = { title: 'The bell rings for this', impact: 'low', urgency: 'low' }
  const { reference } = await api<{ reference: string }>(page, 'POST', '/incidents', body)
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible()
  const tom = await caller('tom')
  await tom.call('POST', `/incidents/${reference}/comments`, { body: 'Which floor?', visibility: 'public' })
  await page.getByRole('button', { name: 'Notifications, 1 unread' }).click()
  const list = page.getByRole('dialog', { name: 'Notifications' })
  await expect(list.getByRole('link', { name: /Tom Becker wrote/ })).toBeVisible()
  await expectAccessible(page, 'the notification centre')
  await list.getByRole('link', { name: /Tom Becker wrote/ }).click()
  await expect(page.getByRole('article').filter({ hasText: 'Which floor?' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible()
  await tom.leave()
})

test('what happened while there was no connection is there once it is back', async ({ page, complaints }) => {
  const person = await newPerson()
  await look(page, {})
  await enter(page, person, '/help')
  const body = { title: 'Read through a tunnel', impact: 'low', urgency: 'low' }
  const { reference } = await api<{ reference: string }>(page, 'POST', '/incidents', body)
  await page.goto(`/help/requests/${reference}`)
  await expect(page.getByRole('banner').getByRole('status', { name: '' }).first()).toContainText('Live')
  await page.context().setOffline(true)
  const tom = await caller('tom')
  await tom.call('POST', `/incidents/${reference}/comments`, { body: 'Said in the tunnel.', visibility: 'public' })
  await page.context().setOffline(false)
  await expect(page.getByRole('article').filter({ hasText: 'Said in the tunnel.' })).toBeVisible()
  await tom.leave()
  complaints.length = 0
})

test('the pages before the session are accessible in every theme', async ({ page }) => {
  await look(page, {})
  for (const path of ['/sign-in', '/setup', '/reset-password']) {
    await page.goto(path)
    await settled(page)
    await expectAccessibleInEveryTheme(page, path)
  }
})
