import { expect, type Page } from '@playwright/test'
import { another, api, look, signIn, test } from './desk'

interface Ticket {
  id: string
  reference: string
  state: string
  mergedInto: { reference: string } | null
  major: { summary: string; status: string | null } | null
}

const get = (page: Page, reference: string) => api<Ticket>(page, 'GET', `/incidents/${reference}`)

const events = async (page: Page, reference: string) =>
  (await api<{ items: { type: string }[] }>(page, 'GET', `/incidents/${reference}/timeline?kind=changes`)).items.map(
    (entry) => entry.type,
  )

async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

test('two tickets about the same thing become one, and are two again', async ({ page, browser }) => {
  const alice = await another(browser, 'alice')
  const open = (title: string) => api<Ticket>(alice, 'POST', '/incidents', { title, impact: 'low', urgency: 'medium' })
  const kept = await open('The coffee machine leaks')
  const double = await open('Water under the coffee machine')
  await api(alice, 'POST', `/incidents/${double.reference}/comments`, {
    body: 'It is getting worse.',
    visibility: 'public',
  })

  await look(page, {})
  await signIn(page, 'tom')
  await page.goto(`/desk/tickets/${double.reference}`)
  await choose(page, 'Merge…')
  const dialog = page.getByRole('dialog', { name: 'Merge…' })
  await dialog.getByLabel('Into which ticket').fill(kept.reference)
  await dialog.getByRole('button', { name: 'Merge…' }).click()
  await expect(page.getByText(`merged into ${kept.reference}`)).toBeVisible()
  expect(await get(page, double.reference)).toMatchObject({
    state: 'closed',
    mergedInto: { reference: kept.reference },
  })

  await page.getByRole('link', { name: kept.reference }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The coffee machine leaks' })).toBeVisible()
  await expect(page.getByRole('article').filter({ hasText: 'It is getting worse.' })).toBeVisible()

  await page.goto(`/desk/tickets/${double.reference}`)
  await choose(page, 'Undo the merge')
  await expect(page.getByText(`${double.reference} stands by itself again.`)).toBeVisible()
  expect(await get(page, double.reference)).toMatchObject({ state: 'new', mergedInto: null })
})

test('several rows are merged from the list into the oldest, and the undo takes them apart', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'tom')
  const mark = `puddle${Date.now()}`
  const tickets: Ticket[] = []
  for (const where of ['hall', 'stairs', 'lift'])
    tickets.push(
      await api<Ticket>(page, 'POST', '/incidents', {
        title: `${mark} in the ${where}`,
        impact: 'low',
        urgency: 'low',
        channel: 'phone',
      }),
    )
  await page.goto(`/desk/queues/all?q=${mark}`)
  await expect(page.getByRole('row').filter({ hasText: mark })).toHaveCount(3)
  await page.keyboard.press('Control+a')
  await page.getByRole('toolbar').getByRole('button', { name: 'Merge…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Merge…' })
  await expect(dialog.getByRole('radio').first()).toBeChecked()
  await dialog.getByRole('button', { name: 'Merge…' }).click()
  await expect(page.getByText('2 tickets are merged.')).toBeVisible()
  // The way back is open for ten seconds: what happened is read in the timelines afterwards.
  await page.getByRole('button', { name: 'Undo' }).click()
  for (const double of tickets.slice(1)) {
    await expect.poll(async () => events(page, double.reference)).toContain('unmerged')
    expect(await events(page, double.reference)).toContain('merged')
    expect((await get(page, double.reference)).mergedInto).toBeNull()
  }
})

test('a major incident is declared, told about, joined by employees and resolved with what hangs below it', async ({
  page,
  browser,
}) => {
  const alice = await another(browser, 'alice')
  const own = await api<Ticket>(alice, 'POST', '/incidents', {
    title: 'I cannot log in to the wiki',
    impact: 'low',
    urgency: 'high',
  })

  await look(page, {})
  await signIn(page, 'dan')
  const outage = await api<Ticket>(page, 'POST', '/incidents', {
    title: `The wiki is down ${Date.now()}`,
    impact: 'high',
    urgency: 'high',
    channel: 'phone',
  })
  await page.goto(`/desk/tickets/${outage.reference}`)
  await choose(page, 'Declare a major incident…')
  const dialog = page.getByRole('dialog', { name: 'Declare a major incident…' })
  await dialog.getByLabel('What is known').fill('Nobody reaches the wiki.')
  await dialog.getByRole('button', { name: 'Declare a major incident…' }).click()
  const banner = page.getByRole('region', { name: 'Major incident' })
  await expect(banner).toContainText('Nobody reaches the wiki.')

  await banner.getByRole('button', { name: 'Give an update' }).click()
  const update = page.getByRole('dialog', { name: 'Give an update' })
  await update.getByLabel('What employees should know now').fill('The disk is being replaced.')
  await update.getByRole('button', { name: 'Give an update' }).click()
  await expect(banner).toContainText('The disk is being replaced.')

  // An employee says "me too" with the ticket they have.
  await api(alice, 'POST', `/incidents/${outage.reference}/join`, { ticketId: own.reference })
  await expect(banner).toContainText('1 ticket hangs on it')
  await banner.getByRole('link', { name: own.reference }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'I cannot log in to the wiki' })).toBeVisible()
  await page.goBack()

  await page.getByRole('button', { name: 'Resolve…' }).click()
  const resolve = page.getByRole('dialog', { name: 'Resolve' })
  await resolve.getByLabel('What was done').fill('The disk is new.')
  await resolve.getByLabel('Resolve 1 open ticket below it with the same text').check()
  await resolve.getByRole('button', { name: 'Resolve' }).click()
  await expect(page.getByText(`${outage.reference} is resolved.`)).toBeVisible()
  await expect.poll(async () => (await get(alice, own.reference)).state).toBe('resolved')
})
