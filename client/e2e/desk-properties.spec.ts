import { expect, type Page } from '@playwright/test'
import { withCustomField } from './custom-field'
import { expectAccessible } from './accessible'
import { enter, look, test } from './desk'
import { caller, type Call } from './person'

interface Ticket {
  id: string
  reference: string
  description: string
  customFields: Record<string, unknown>
  priority: string
  priorityOverride: unknown
  resolution: { text: string } | null
}

const open = (call: Call, title: string) =>
  call<Ticket>('POST', '/incidents', { title, impact: 'low', urgency: 'low', channel: 'phone' })

const read = (call: Call, reference: string) => call<Ticket>('GET', `/incidents/${reference}`)

/** A demo account in the language that is looked at, with its way to the API. */
async function person(userName: string, language = 'en'): Promise<Call> {
  const { call } = await caller(userName)
  await call('PATCH', '/me', { language })
  return call
}

const show = (page: Page, userName: string, path: string) => enter(page, { userName }, path)

test('a custom field is asked for in a new ticket and changed on its page, with both values when two change it', async ({
  page,
  complaints,
}) => {
  await withCustomField({ type: 'number', name: 'Seats', required: true }, async ({ key }) => {
    await look(page, {})
    const tom = await person('tom')
    const tina = await person('tina')
    await show(page, 'tom', '/desk/tickets/new')
    await page.getByRole('combobox', { name: 'Who calls' }).fill('alice')
    await page.getByRole('listbox', { name: 'Who calls' }).getByRole('option').first().click()
    await page.getByLabel('Title').fill('The meeting room has too few chairs')
    await page.getByRole('button', { name: 'Open the ticket' }).click()
    await expect(page.getByText('This is needed.')).toBeVisible()
    await page.getByLabel('Seats').fill('2.5')
    await page.getByRole('button', { name: 'Open the ticket' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'The meeting room has too few chairs' })).toBeVisible()
    const reference = new URL(page.url()).pathname.split('/').at(-1)!
    expect((await read(tom, reference)).customFields).toEqual({ [key]: 2.5 })

    const seats = page.getByLabel('Seats')
    await expect(seats).toHaveValue('2.5')
    await seats.fill('')
    await seats.blur()
    await expect(page.getByText('This is needed.')).toBeVisible()
    await seats.press('Escape')
    await expect(seats).toHaveValue('2.5')

    await seats.fill('8')
    await tina('PATCH', `/incidents/${reference}`, { customFields: { [key]: 4 } })
    await seats.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Tina Moreau changed this meanwhile' })
    await expect(dialog.getByRole('row', { name: 'Seats' })).toContainText('4')
    await expect(dialog.getByRole('row', { name: 'Seats' })).toContainText('8')
    await expectAccessible(page, 'two values of a custom field')
    await dialog.getByRole('button', { name: 'Keep mine' }).click()
    await expect(seats).toHaveValue('8')
    await expect.poll(async () => (await read(tom, reference)).customFields).toEqual({ [key]: 8 })
    expect(complaints.filter((complaint) => !complaint.includes('412'))).toEqual([])
    complaints.length = 0
  })
})

test('one property after the other is changed faster than the server answers: all of it is kept, and nobody is asked', async ({
  page,
}) => {
  await withCustomField({ type: 'text', name: 'Room' }, (room) =>
    withCustomField({ type: 'text', name: 'Cost centre' }, async (centre) => {
      await look(page, {})
      const tom = await person('tom')
      const { reference } = await open(tom, 'The lamp flickers')
      await show(page, 'tom', `/desk/tickets/${reference}`)
      const answers: number[] = []
      await page.route('**/api/v1/incidents/*', async (route) => {
        if (route.request().method() !== 'PATCH') return route.fallback()
        const answer = await route.fetch()
        answers.push(answer.status())
        // The next change is made before this one is answered.
        await expect(page.getByLabel('Impact')).toHaveValue('high')
        return route.fulfill({ response: answer })
      })
      await page.getByLabel('Room').fill('B12')
      await page.getByLabel('Cost centre').fill('4711')
      await page.getByLabel('Impact').focus()
      await page.getByLabel('Impact').selectOption('High')
      const wanted = { impact: 'high', customFields: { [room.key]: 'B12', [centre.key]: '4711' } }
      await expect.poll(() => read(tom, reference)).toMatchObject(wanted)
      await expect(page.getByLabel('Room')).toHaveValue('B12')
      await expect(page.getByLabel('Cost centre')).toHaveValue('4711')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      expect(answers).toEqual([200, 200, 200])
    }),
  )
})

test('the description is corrected, a colleague watches, and whoever has the ticket is not offered to take it', async ({
  page,
}) => {
  await look(page, {})
  const call = await person('tom')
  const { reference } = await open(call, 'The shredder eats the wrong paper')
  await show(page, 'tom', `/desk/tickets/${reference}`)
  await page.getByRole('button', { name: 'Add a description' }).click()
  await page.getByLabel('Description').fill('It began **today**.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('article').filter({ hasText: 'It began today.' })).toBeVisible()
  await page.getByRole('button', { name: 'Edit the description' }).click()
  await page.keyboard.press('Escape')
  expect((await read(call, reference)).description).toBe('It began **today**.')

  const watchers = page.getByRole('region', { name: 'Watchers' })
  await watchers.getByRole('combobox').fill('tina')
  await expect(watchers.getByRole('option').first()).toBeInViewport({ ratio: 1 })
  await watchers.getByRole('option').first().click()
  await expect(watchers.getByRole('listitem')).toHaveText(['Tina Moreau'])
  await watchers.getByRole('button', { name: 'Watch', exact: true }).click()
  await expect(watchers.getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Stop watching' }).click()
  await expect(watchers.getByRole('listitem')).toHaveText(['Tina Moreau'])
  await expectAccessible(page, 'ticket with watchers')

  await page.getByRole('button', { name: 'Take' }).click()
  await expect(page.getByText(`${reference} is assigned.`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Take' })).toHaveCount(0)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: 'Split off…' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Take' })).toHaveCount(0)
})

test('tags are added and taken away one by one, whatever somebody else tags meanwhile', async ({ page }) => {
  await look(page, {})
  const call = await person('tom')
  const { reference } = await open(call, 'The scanner scans upside down')
  await show(page, 'tom', `/desk/tickets/${reference}`)
  const tags = page.getByRole('region', { name: 'Tags' })
  const box = tags.getByLabel('Add a tag')
  await box.fill('Scanner, office')
  await box.press('Enter')
  await expect(tags.getByRole('listitem')).toHaveText(['office', 'scanner'])
  await expect(box).toHaveValue('')
  await call('POST', `/incidents/${reference}/tags`, { add: ['floor 2'] })
  await tags.getByRole('button', { name: 'Remove the tag office' }).focus()
  await page.keyboard.press('Enter')
  await expect(tags.getByRole('listitem')).toHaveText(['floor 2', 'scanner'])
  await expect(box).toBeFocused()
  await box.pressSequentially('upside,')
  await expect(tags.getByRole('listitem')).toHaveText(['floor 2', 'scanner', 'upside'])
  await box.fill('x'.repeat(51))
  await box.press('Enter')
  await expect(tags.getByText('At most 30 tags of at most 50 characters.')).toBeVisible()
  await expect(box).toHaveValue('x'.repeat(51))
  await box.fill('')
  await expectAccessible(page, 'ticket with tags')
})

test('a supervisor sets a priority by hand with a reason, takes it back, and redacts words for good', async ({
  page,
}) => {
  await look(page, {})
  const call = await person('sue')
  const { reference } = await open(call, 'My password is hunter2')
  await show(page, 'sue', `/desk/tickets/${reference}`)
  await page.getByRole('button', { name: 'Set the priority by hand…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Priority').selectOption('P1 · Critical')
  await dialog.getByLabel('Reason (reports show it)').fill('The board meets today')
  await expectAccessible(page, 'setting a priority by hand')
  await dialog.getByRole('button', { name: 'Set the priority by hand' }).click()
  await expect(page.getByText('Priority set by hand:')).toBeVisible()
  expect(await read(call, reference)).toMatchObject({
    priority: 'p1',
    priorityOverride: { priority: 'p1', reason: 'The board meets today' },
  })
  await page.getByRole('button', { name: 'Priority back to the matrix' }).click()
  await expect(page.getByText('Priority set by hand:')).toHaveCount(0)
  expect((await read(call, reference)).priorityOverride).toBeNull()

  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Redact words…' }).click()
  await expect(dialog.getByText('This cannot be undone.')).toBeVisible()
  await expectAccessible(page, 'redacting')
  await dialog.getByLabel('The title', { exact: true }).check()
  await dialog.getByLabel('The title instead').fill('A forgotten password')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('It held a password')
  await dialog.getByRole('button', { name: 'Remove for good' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'A forgotten password' })).toBeVisible()
  const timeline = await call<unknown>('GET', `/incidents/${reference}/timeline`)
  expect(JSON.stringify(timeline)).not.toContain('hunter2')
})

test('the solution of a similar ticket is read and used again', async ({ page }) => {
  await look(page, {})
  const call = await person('tom')
  const word = `quill${Date.now()}`
  const solved = await open(call, `The ${word} plotter smears`)
  await call('POST', `/incidents/${solved.reference}/start`, {})
  await call('POST', `/incidents/${solved.reference}/resolve`, { code: 'fixed', text: 'Clean the drum.' })
  const { reference } = await open(call, `Our ${word} plotter smears too`)
  await show(page, 'tom', `/desk/tickets/${reference}?tab=similar`)
  await page.getByRole('button', { name: `Solution of ${solved.reference}` }).click()
  await page.getByRole('button', { name: 'Put into the answer' }).click()
  await expect(page.getByRole('textbox', { name: /^Answer to/ })).toHaveValue('Clean the drum.')
  await expectAccessible(page, 'solution of a similar ticket')
  await page.getByRole('button', { name: 'Resolve with it…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Resolve' }).click()
  await expect(page.getByText(`${reference} is resolved.`)).toBeVisible()
  expect((await read(call, reference)).resolution?.text).toBe('Clean the drum.')
})

test('several tickets get a priority by hand at once', async ({ page }) => {
  await look(page, {})
  const call = await person('dan')
  const word = `tally${Date.now()}`
  const tickets = [await open(call, `The ${word} left`), await open(call, `The ${word} right`)]
  await show(page, 'dan', `/desk/queues/all?q=${word}`)
  await expect(page.getByRole('row').filter({ hasText: word })).toHaveCount(2)
  await page.keyboard.press('Control+a')
  await page.getByRole('toolbar').getByRole('button', { name: 'Priority…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Priority').selectOption('P2 · High')
  await dialog.getByLabel('Reason (reports show it)').fill('The count is tomorrow')
  await dialog.getByRole('button', { name: 'Set the priority by hand' }).click()
  await expect(page.getByText('2 priorities are set by hand.')).toBeVisible()
  for (const { reference } of tickets) expect((await read(call, reference)).priority).toBe('p2')
})

test('the filter is as wide as a phone, and the longest deadline fits its column in French', async ({ page }) => {
  await look(page, { language: 'fr' })
  await person('dan', 'fr')
  try {
    await show(page, 'dan', `/desk/queues/all?q=${encodeURIComponent('state:open')}`)
    const cell = page.locator('[role=gridcell][data-column=deadline]:has(> span)').first()
    await cell
      .locator('> span > span')
      .last()
      .evaluate((words) => {
        words.textContent = '−23\u00A0h\u00A059\u00A0min'
      })
    const room = await cell.boundingBox()
    const chip = await cell.locator('> span').boundingBox()
    expect(chip!.width).toBeLessThanOrEqual(room!.width)

    await page.setViewportSize({ width: 390, height: 844 })
    const filter = await page.getByRole('searchbox', { name: 'Filtrer' }).boundingBox()
    expect(filter!.width).toBeGreaterThan(340)
  } finally {
    await person('dan')
  }
})

test('a priority set for several tickets is taken back from each: the one set by hand before has its reason again', async ({
  page,
}) => {
  await look(page, {})
  const call = await person('sue')
  const one = await open(call, 'The left lift is slow')
  const two = await open(call, 'The right lift is slow')
  const tag = `lift-${one.reference.toLowerCase()}`
  const byHand = { priority: 'p2', reason: 'The board sits upstairs' }
  await call('POST', `/incidents/${two.reference}/override-priority`, byHand)
  for (const { reference } of [one, two]) await call('POST', `/incidents/${reference}/tags`, { add: [tag] })
  await show(page, 'sue', `/desk/queues/all?q=tag:${tag}`)
  for (const { reference } of [one, two]) await page.getByRole('checkbox', { name: `Select ${reference}` }).check()
  await page.getByRole('toolbar', { name: 'Selected tickets' }).getByRole('button', { name: 'Priority…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Priority').selectOption('P1 · Critical')
  await dialog.getByLabel('Reason (reports show it)').fill('Nobody gets up')
  await dialog.getByRole('button', { name: 'Set the priority by hand' }).click()
  await expect(page.getByText('2 priorities are set by hand.')).toBeVisible()
  expect((await read(call, two.reference)).priorityOverride).toEqual({ priority: 'p1', reason: 'Nobody gets up' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await read(call, two.reference)).priorityOverride).toEqual(byHand)
  await expect.poll(async () => (await read(call, one.reference)).priorityOverride).toBeNull()
})
