import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectAccessibleInEveryTheme } from './accessible'
import { api, enter, look, password, signIn, test, visit } from './desk'
import { caller, newPerson } from './person'

interface Opened {
  id: string
  reference: string
}

const open = (page: Page, title: string) =>
  api<Opened>(page, 'POST', '/incidents', { title, impact: 'low', urgency: 'medium' })

/** Puts a picture on the clipboard's event, as a browser does when a screenshot is pasted. */
async function pasteScreenshot(page: Page, label: string): Promise<void> {
  await page.getByLabel(label).evaluate(async (field) => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 40
    canvas.getContext('2d')!.fillRect(5, 5, 20, 20)
    const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([picture!], 'screenshot.png', { type: 'image/png' }))
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
}

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
  await expect(page.getByText('Next: somebody of the team takes it.')).toBeVisible()
  await page.getByLabel('Your message').fill('It began on **Monday**.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('article').filter({ hasText: 'It began on Monday.' })).toBeVisible()
  await expect(page.getByLabel('Your message')).toHaveValue('')

  await page.getByRole('link', { name: 'My tickets' }).click()
  await expect(page.getByRole('link', { name: 'The VPN drops every hour' })).toBeVisible()
})

test('a screenshot is pasted into a report, the solution arrives by itself and is confirmed', async ({ page }) => {
  const person = await newPerson()
  await look(page, {})
  await enter(page, person, '/help/report')
  await page.getByLabel('What happens?').fill('The label printer prints half a label')
  await pasteScreenshot(page, 'What happens?')
  await expect(page.getByRole('list', { name: 'Files' })).toContainText('screenshot.png')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('img', { name: /screenshot/ })).toBeVisible()
  const reference = new URL(page.url()).pathname.split('/').at(-1)!

  const tom = await caller('tom')
  await tom.call('POST', `/incidents/${reference}/start`, {})
  await expect(page.getByText('With Tom Becker')).toBeVisible()
  await tom.call('POST', `/incidents/${reference}/resolve`, { code: 'fixed', text: 'The roll was in upside down.' })
  await expect(page.getByRole('heading', { name: 'The solution' })).toBeVisible()
  await page.getByRole('button', { name: 'It works again' }).click()
  await expect(page.getByText('This is done.')).toBeVisible()

  await page.getByRole('button', { name: 'Something is wrong again' }).click()
  await page.getByLabel('What is wrong now?').fill('Half a label again.')
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('It goes on from')).toContainText(reference)
  await tom.leave()
})

test('a solution that does not help is refused with a sentence, and work goes on', async ({ page }) => {
  const person = await newPerson()
  await look(page, {})
  await enter(page, person, '/help')
  const { reference } = await open(page, 'The scanner beeps and reads nothing')
  const tom = await caller('tom')
  await tom.call('POST', `/incidents/${reference}/start`, {})
  await tom.call('POST', `/incidents/${reference}/resolve`, { code: 'fixed', text: 'Restarted it.' })
  await page.goto(`/help/requests/${reference}`)
  await page.getByRole('button', { name: 'Still not working' }).click()
  await page.getByLabel('What is still wrong?').fill('It beeps still.')
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Being worked on' })).toHaveAttribute(
    'aria-current',
    'step',
  )
  await tom.leave()
})

test('asking how it goes reaches the desk once an hour, and says so the second time', async ({ page, complaints }) => {
  const person = await newPerson()
  await look(page, {})
  await enter(page, person, '/help')
  const { reference } = await open(page, 'The meeting room screen stays dark')
  await page.goto(`/help/requests/${reference}`)
  await page.getByRole('button', { name: 'Ask how it goes' }).click()
  await expect(page.getByText('The team has been asked how it goes.')).toBeVisible()
  await page.getByRole('button', { name: 'Ask how it goes' }).click()
  await expect(page.getByRole('alert')).toContainText(/hour/)
  complaints.length = 0
})

test('a known outage is joined instead of being reported once more', async ({ page }) => {
  const sue = await caller('sue')
  const me = await sue.call<{ user: { id: string } }>('GET', '/session')
  const title = `The intranet is down in building ${Date.now()}`
  const { reference } = await sue.call<Opened>('POST', '/incidents', { title, impact: 'high', urgency: 'high' })
  await sue.call('POST', `/incidents/${reference}/declare-major`, {
    leadId: me.user.id,
    summary: 'A switch has failed.',
  })

  const person = await newPerson()
  await look(page, {})
  await enter(page, person, '/help/report')
  const outage = page.getByRole('listitem').filter({ hasText: title })
  await page.getByLabel('What happens?').fill('My chair squeaks')
  await expect(page.getByLabel('What happens?')).toHaveValue('My chair squeaks')
  await expect(outage).toHaveCount(0)
  await page.getByLabel('What happens?').fill('I cannot open the intranet')
  await expect(outage).toContainText('A switch has failed.')
  await expectAccessible(page, 'an outage while reporting')
  await outage.getByRole('button', { name: /Me too/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.goto('/help')
  await expect(page.getByRole('listitem').filter({ hasText: title })).toContainText('You follow it')
  await sue.call('POST', `/incidents/${reference}/resolve`, { code: 'fixed', text: 'Replaced the switch.' })
  await expect(page.getByRole('listitem').filter({ hasText: title })).toContainText('Solved')
  await sue.leave()
})

test('what was said already is offered while a problem is typed', async ({ page }) => {
  const person = await newPerson()
  await look(page, {})
  await enter(page, person, '/help')
  await open(page, 'The coffee terminal refuses my badge')
  await page.getByLabel('What is wrong?').fill('coffee terminal')
  await expect(page.getByRole('region', { name: 'You have told us of something like this' })).toContainText(
    'The coffee terminal refuses my badge',
  )
})

test('the portal works on a phone, by touch, without scrolling sideways', async ({ browser, complaints }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  const person = await newPerson()
  await look(page, { theme: 'dark' })
  await enter(page, person, '/help')
  await page.getByRole('link', { name: 'Report a problem' }).tap()
  await page.getByLabel('What happens?').fill('My telephone does not ring')
  await page.getByRole('button', { name: 'Send' }).tap()
  await expect(page.getByRole('heading', { level: 1, name: 'My telephone does not ring' })).toBeVisible()
  for (const path of [
    '/help',
    '/help/report',
    '/help/requests',
    '/me',
    '/me/security',
    '/me/notifications',
    '/me/tokens',
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(tooWide, path).toBeLessThanOrEqual(0)
  }
  await context.close()
})

test('the portal speaks French to who reads French', async ({ page }) => {
  const person = await newPerson({ language: 'fr' })
  await look(page, { language: 'fr' })
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { name: 'Se connecter' })).toBeVisible()
  await enter(page, person, '/help')
  await expect(page.getByRole('heading', { level: 1, name: /Comment pouvons-nous vous aider/ })).toBeVisible()
  const { reference } = await open(page, 'Le badge ne passe plus')
  await page.goto(`/help/requests/${reference}`)
  await expect(page.getByText('En attente de prise en charge')).toBeVisible()
  await expect(page.getByText('Ensuite\u202f: quelqu’un de l’équipe s’en charge.')).toBeVisible()
  await page.getByRole('button', { name: person.name }).click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await expect(page.getByText('Next: somebody of the team takes it.')).toBeVisible()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('the portal is accessible in every theme', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'alice')
  const { reference } = await open(page, 'Axe reads this in every theme')
  for (const path of ['/help', '/help/report', '/help/requests', `/help/requests/${reference}`, '/nowhere']) {
    await visit(page, path)
    await expectAccessibleInEveryTheme(page, path)
  }
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await expectAccessibleInEveryTheme(page, 'palette')
})
