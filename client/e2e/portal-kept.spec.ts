import { expect, type Page } from '@playwright/test'
import { api, enter, look, test } from './desk'
import { caller, newPerson } from './person'

interface Opened {
  id: string
  reference: string
}

const open = (page: Page, title: string) =>
  api<Opened>(page, 'POST', '/incidents', { title, impact: 'low', urgency: 'medium' })

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')

test('the newest of many messages is seen on opening, and the earlier ones on request', async ({ page }) => {
  test.setTimeout(180_000)
  const person = await newPerson()
  await look(page, {})
  await enter(page, person, '/help')
  const { reference } = await open(page, 'The lift talks to itself')
  for (let number = 1; number <= 203; number += 1)
    await api(page, 'POST', `/incidents/${reference}/comments`, { body: `Word ${number}.`, visibility: 'public' })

  await page.goto(`/help/requests/${reference}`)
  await expect(page.getByText('Word 203.')).toBeInViewport()
  await expect(page.getByText('Word 3.', { exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Earlier messages' }).click()
  await expect(page.getByText('Word 1.', { exact: true })).toBeAttached()
  await expect(page.getByText('Word 4.', { exact: true })).toBeInViewport()
  await expect(page.getByRole('article')).toHaveCount(203)
})

test('who goes back after sending finds no form that sends it again', async ({ page }) => {
  const person = await newPerson()
  await look(page, {})
  await enter(page, person, '/help')
  await page.getByLabel('What is wrong?').fill('The door squeaks')
  await page.keyboard.press('Enter')
  const form = page.getByLabel('What happens?')
  await expect(form).toHaveValue('The door squeaks')
  await expect(page).toHaveURL(/\/help\/report$/)

  await page.goBack()
  await expect(page.getByLabel('What is wrong?')).toHaveValue('The door squeaks')
  await page.goForward()
  await form.fill('The door squeaks loudly')
  await page.goBack()
  await page.goForward()
  await expect(form).toHaveValue('The door squeaks loudly')

  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The door squeaks loudly' })).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('What is wrong?')).toHaveValue('')
})

test('the focus stays where one is, whatever an act takes away', async ({ page }) => {
  const person = await newPerson()
  await look(page, {})
  await enter(page, person, '/help')
  const { reference } = await open(page, 'The fan is loud')
  const tom = await caller('tom')
  await page.goto(`/help/requests/${reference}`)

  await page.getByLabel('Your message').fill('It is very loud.')
  await page.getByRole('button', { name: 'Send' }).press('Enter')
  await expect(page.getByRole('article').filter({ hasText: 'It is very loud.' })).toBeVisible()
  expect(await focused(page)).toBe('Send')
  await page.getByRole('button', { name: 'Ask how it goes' }).press('Enter')
  await expect(page.getByText('The team has been asked how it goes.')).toBeVisible()
  expect(await focused(page)).toBe('Ask how it goes')

  await tom.call('POST', `/incidents/${reference}/start`, {})
  await tom.call('POST', `/incidents/${reference}/resolve`, { code: 'fixed', text: 'Oiled it.' })
  await page.getByRole('button', { name: 'Still not working' }).press('Enter')
  await page.getByLabel('What is still wrong?').fill('Still loud.')
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).press('Enter')
  await expect(page.getByRole('article').filter({ hasText: 'Still loud.' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Status' })).toBeFocused()

  await page.getByRole('button', { name: 'No longer needed' }).press('Enter')
  await page.getByLabel('Why is it no longer needed?').fill('Bought a new one.')
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).press('Enter')
  await expect(page.getByText(`${person.name} withdrew it: “Bought a new one.”`)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Status' })).toBeFocused()
  await expect(page.getByRole('region', { name: 'Status' }).getByRole('listitem')).toHaveText(['Received', 'Withdrawn'])
  await tom.leave()
})

test('without a connection the page says so, keeps what was written and goes on by itself', async ({
  page,
  context,
  complaints,
}) => {
  const person = await newPerson()
  await look(page, {})
  await enter(page, person, '/help')
  await expect(page.getByRole('button', { name: 'Notifications' })).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText('Offline', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Report a problem' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'No connection' })).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByLabel('What happens?')).toBeVisible()
  await expect(page.getByText('Offline', { exact: true })).toHaveCount(0)
  complaints.length = 0
})

test('a report waits for a server that is away, and is sent once it is there', async ({ page, complaints }) => {
  const person = await newPerson({ language: 'fr' })
  await look(page, { language: 'fr' })
  await enter(page, person, '/help/report')
  await page.route('**/api/**', (route) => route.abort())
  await page.getByLabel('Que se passe-t-il').fill('Le portail ne s’ouvre pas')
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await expect(page.getByText(/Pas de connexion. Votre message/)).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.unroute('**/api/**')
  await expect(page.getByRole('heading', { level: 1, name: 'Le portail ne s’ouvre pas' })).toBeVisible({
    timeout: 30_000,
  })
  complaints.length = 0
})

test('a finger finds what it wants in the portal, and nothing moves while it comes', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  const person = await newPerson()
  await look(page, {})
  await enter(page, person, '/help')
  const { reference } = await open(page, 'Wordwithoutanyspace'.repeat(6))
  await page.addInitScript(() => {
    const shifts = Object.assign(window, { moved: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) shifts.moved += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  for (const path of ['/help', '/help/report', `/help/requests/${reference}`]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('[data-skeleton]')).toHaveCount(0)
    const small = await page
      .locator('[data-portal] button:visible')
      .evaluateAll((all) =>
        all
          .filter((each) => Math.min(each.clientWidth, each.clientHeight) < 42)
          .map(
            (each) => `${each.getAttribute('aria-label') ?? each.textContent} ${each.clientWidth}×${each.clientHeight}`,
          ),
      )
    expect(small, path).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0)
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main *')]
        .filter(
          (each) =>
            each.scrollWidth > each.clientWidth + 1 &&
            each.clientWidth > 1 &&
            getComputedStyle(each).display !== 'inline',
        )
        .map((each) => each.outerHTML.slice(0, 80)),
    )
    expect(cut, path).toEqual([])
    expect(await page.evaluate(() => (window as unknown as { moved: number }).moved), path).toBeLessThan(0.02)
  }
  await context.close()
})

test('opening a ticket reads what one was told of it, also what comes while it is open', async ({ page }) => {
  const person = await newPerson()
  await look(page, {})
  await enter(page, person, '/help')
  const { reference } = await open(page, 'The clock is late')
  const tom = await caller('tom')
  for (const body of ['Which clock?', 'Is it the one in the hall?'])
    await tom.call('POST', `/incidents/${reference}/comments`, { body, visibility: 'public' })
  await page.getByRole('button', { name: 'Notifications, 2 unread' }).click()
  const line = page.getByRole('dialog', { name: 'Notifications' }).getByRole('link', { name: /The clock is late/ })
  await expect(line).toHaveCount(1)
  await expect(line).toContainText('2 new')
  await line.click()
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible()

  await tom.call('POST', `/incidents/${reference}/comments`, { body: 'Never mind.', visibility: 'public' })
  await expect(page.getByText('Never mind.')).toBeVisible()
  await expect
    .poll(() => api<{ unread: number }>(page, 'GET', '/me/notifications/count').then((count) => count.unread))
    .toBe(0)
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible()
  await tom.leave()
})
