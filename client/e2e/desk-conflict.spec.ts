import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { another, api, look, signIn, test, visit } from './desk'
import { caller } from './person'

interface Ticket {
  id: string
  reference: string
  title: string
  impact: string
  urgency: string
}

const open = (page: Page, title: string) =>
  api<Ticket>(page, 'POST', '/incidents', { title, impact: 'low', urgency: 'low', channel: 'phone' })

const bodies = async (page: Page, reference: string) =>
  (await api<{ items: { body: string }[] }>(page, 'GET', `/incidents/${reference}/comments`)).items.map(
    (comment) => comment.body,
  )

async function openTicket(page: Page, title: string): Promise<Ticket> {
  await look(page, {})
  await signIn(page, 'tom')
  const ticket = await open(page, title)
  await page.goto(`/desk/tickets/${ticket.reference}`)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return ticket
}

/** Another change reaches the server after the page decided on its own and before that one arrives there; resolves then. */
async function overtake(page: Page, change: () => Promise<unknown>): Promise<{ done: Promise<unknown> }> {
  let tell: (value?: unknown) => void = () => {}
  const overtaken = new Promise((resolve) => {
    tell = resolve
  })
  let first = true
  await page.route('**/api/v1/incidents/*', async (route) => {
    if (!first || route.request().method() !== 'PATCH') return route.fallback()
    first = false
    await change()
    await route.continue()
    tell()
  })
  return { done: overtaken }
}

test('a title that somebody changed while it was written is put to the one who writes', async ({
  page,
  browser,
  complaints,
}) => {
  const ticket = await openTicket(page, 'The lift stops')
  const tina = await another(browser, 'tina')
  await page.getByRole('main').getByRole('button', { name: 'Edit', exact: true }).first().click()
  await page.getByLabel('Title').fill('The lift stops between floors')
  await api(tina, 'PATCH', `/incidents/${ticket.reference}`, { title: 'The lift stops at night', impact: 'medium' })
  // The page has heard of it, and the words being written stay.
  await expect(page.getByLabel('Impact')).toHaveValue('medium')

  await page.getByLabel('Title').press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Tina Moreau changed this meanwhile' })
  await expect(dialog.getByRole('row', { name: 'Title' })).toContainText('The lift stops at night')
  await dialog.getByRole('button', { name: 'Keep mine' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The lift stops between floors' })).toBeVisible()
  expect(complaints.filter((complaint) => !complaint.includes('412'))).toEqual([])
  complaints.length = 0
})

test('two technicians change the same field: the later one sees both values and decides', async ({
  page,
  browser,
  complaints,
}) => {
  const ticket = await openTicket(page, 'The gate does not open')
  const tina = await another(browser, 'tina')
  const overtaken = await overtake(page, () =>
    api(tina, 'PATCH', `/incidents/${ticket.reference}`, { impact: 'medium' }),
  )

  await page.getByLabel('Impact').selectOption('High')
  await overtaken.done
  const dialog = page.getByRole('dialog', { name: 'Tina Moreau changed this meanwhile' })
  await expect(dialog.getByRole('row', { name: 'Impact' })).toContainText('Medium')
  await expect(dialog.getByRole('row', { name: 'Impact' })).toContainText('High')
  expect((await api<Ticket>(page, 'GET', `/incidents/${ticket.reference}`)).impact).toBe('medium')

  await dialog.getByRole('button', { name: 'Keep mine' }).click()
  await expect(page.getByLabel('Impact')).toHaveValue('high')
  await expect.poll(async () => (await api<Ticket>(page, 'GET', `/incidents/${ticket.reference}`)).impact).toBe('high')
  expect(complaints.filter((complaint) => !complaint.includes('412'))).toEqual([])
  complaints.length = 0
})

test('two technicians change different fields: both changes stand and nobody is asked', async ({
  page,
  browser,
  complaints,
}) => {
  const ticket = await openTicket(page, 'The barrier is stuck')
  const tina = await another(browser, 'tina')
  const overtaken = await overtake(page, () =>
    api(tina, 'PATCH', `/incidents/${ticket.reference}`, { urgency: 'high' }),
  )

  await page.getByLabel('Impact').selectOption('Medium')
  await overtaken.done
  await expect(page.getByLabel('Urgency')).toHaveValue('high')
  await expect(page.getByLabel('Impact')).toHaveValue('medium')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const now = await api<Ticket>(page, 'GET', `/incidents/${ticket.reference}`)
  expect(now).toMatchObject({ impact: 'medium', urgency: 'high' })
  expect(complaints.filter((complaint) => !complaint.includes('412'))).toEqual([])
  complaints.length = 0
})

test('a reply that crosses a newer message is held back with it, and goes out at the second press', async ({
  page,
  browser,
  complaints,
}) => {
  const ticket = await openTicket(page, 'The lift answers no calls')
  const tina = await another(browser, 'tina')
  const answer = page.getByRole('textbox', { name: /^Answer to/ })
  await answer.fill('I will come this afternoon.')
  await api(tina, 'POST', `/incidents/${ticket.reference}/comments`, {
    body: 'The technician of the maker is on the way.',
    visibility: 'public',
  })
  // It is in the timeline already; whoever types does not look there.
  await expect(page.getByRole('article').filter({ hasText: 'of the maker' })).toBeVisible()
  await answer.press('Control+Enter')

  const held = page.getByRole('alert')
  await expect(held).toContainText('A newer message came in while you were writing')
  await expect(held).toContainText('The technician of the maker is on the way.')
  await expect(answer).toHaveValue('I will come this afternoon.')
  expect(await bodies(page, ticket.reference)).toEqual(['The technician of the maker is on the way.'])

  await page.getByRole('button', { name: 'Send anyway' }).click()
  await expect(answer).toHaveValue('')
  expect(await bodies(page, ticket.reference)).toEqual([
    'The technician of the maker is on the way.',
    'I will come this afternoon.',
  ])
  expect(complaints.filter((complaint) => !complaint.includes('409'))).toEqual([])
  complaints.length = 0
})

test('what one does to the ticket oneself while writing does not hold the reply back', async ({ page, complaints }) => {
  const ticket = await openTicket(page, 'The clock in the hall is late')
  const answer = page.getByRole('textbox', { name: /^Answer to/ })
  await answer.fill('It is on its way.')
  await page.getByRole('button', { name: 'Take' }).click()
  await expect(page.getByText(`${ticket.reference} is assigned.`)).toBeVisible()
  await answer.press('Control+Enter')
  await expect(answer).toHaveValue('')
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(await bodies(page, ticket.reference)).toEqual(['It is on its way.'])
  expect(complaints.filter((complaint) => !complaint.includes('409'))).toEqual([])
  complaints.length = 0
})

test('the connection is lost while typing: nothing is lost, and it is sent exactly once', async ({
  page,
  complaints,
}) => {
  const ticket = await openTicket(page, 'No signal in the cellar')
  const answer = page.getByRole('textbox', { name: /^Answer to/ })
  await answer.fill('Typed while')
  await page.context().setOffline(true)
  await answer.pressSequentially(' there was no connection')
  await answer.press('Control+Enter')
  await expect(page.getByText('No connection. Your message is kept')).toBeVisible()
  await expect(answer).toHaveValue('Typed while there was no connection')

  await page.context().setOffline(false)
  await expect(answer).toHaveValue('')
  await expect(page.getByRole('article').filter({ hasText: 'there was no connection' })).toHaveCount(1)
  expect(await bodies(page, ticket.reference)).toEqual(['Typed while there was no connection'])
  // The browser itself tells of every request that did not get through.
  expect(complaints.filter((complaint) => !complaint.includes('ERR_'))).toEqual([])
  complaints.length = 0
})

test('the answer of the server is lost: the message is there once, and the draft is gone', async ({
  page,
  complaints,
}) => {
  const ticket = await openTicket(page, 'The radio is silent')
  const answer = page.getByRole('textbox', { name: /^Answer to/ })
  await answer.fill('Sent once, whatever happens')
  let lost = 0
  await page.route('**/comments', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.fallback()
    lost += 1
    await route.fetch()
    await route.abort('connectionreset')
  })
  await page.getByRole('button', { name: /^Send to/ }).click()
  await expect(answer).toHaveValue('')
  expect(lost).toBe(1)
  expect(await bodies(page, ticket.reference)).toEqual(['Sent once, whatever happens'])
  expect(await api(page, 'GET', `/tickets/${ticket.reference}/drafts/reply`)).toBeUndefined()
  expect(complaints.filter((complaint) => !complaint.includes('ERR_'))).toEqual([])
  complaints.length = 0
})

test('a draft survives a reload, and follows its author to another machine', async ({ page, browser }) => {
  const ticket = await openTicket(page, 'The projector hums')
  const answer = page.getByRole('textbox', { name: /^Answer to/ })
  await answer.fill('Half a sentence')
  await page.reload()
  await expect(answer).toHaveValue('Half a sentence')
  await answer.press('End')
  await answer.pressSequentially(' and more')
  await answer.blur()
  await expect(page.getByText(/^saved \d/)).toBeVisible()

  const elsewhere = await another(browser, 'tom')
  await elsewhere.goto(`/desk/tickets/${ticket.reference}`)
  await expect(elsewhere.getByRole('textbox', { name: /^Answer to/ })).toHaveValue('Half a sentence and more')
})

test('a row of the queue shows who else has its ticket open, and what they do, without asking for the row', async ({
  page,
}) => {
  await look(page, {})
  await signIn(page, 'tom')
  const { id, reference } = await open(page, 'The coffee machine counts backwards')
  const asked: string[] = []
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
  await visit(page, `/desk/queues/all?q=${encodeURIComponent('coffee machine counts backwards')}`)
  const row = page.getByRole('row').filter({ hasText: reference })
  await expect(row).toBeVisible()
  await expect(row.getByRole('img', { name: /Tina/ })).toHaveCount(0)
  const tina = await caller('tina')
  await tina.call('POST', `/tickets/${id}/presence`, { activity: 'viewing' })
  await expect(row.getByRole('img', { name: 'Tina Moreau is looking' })).toBeVisible()
  await tina.call('POST', `/tickets/${id}/presence`, { activity: 'replying' })
  await expect(row.getByRole('img', { name: 'Tina Moreau is writing an answer' })).toBeVisible()
  await expectAccessible(page, 'queue with somebody present')
  await tina.leave()
  await page.reload()
  await expect(row.getByRole('img', { name: 'Tina Moreau is writing an answer' })).toBeVisible()
  // Nobody said any more that she is there.
  await expect(row.getByRole('img', { name: /Tina/ })).toHaveCount(0, { timeout: 90_000 })
  expect(asked.filter((each) => each.includes(`/tickets/${id}`) || each.includes(`/incidents/${reference}`))).toEqual(
    [],
  )
})
