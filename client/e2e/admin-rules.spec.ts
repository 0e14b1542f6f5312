import { expect, type Page } from '@playwright/test'
import { another, api, look, signIn, test } from './desk'

interface Made {
  id: string
  name: string
  version: number
}

const fresh = (name: string) => `${name} ${Date.now().toString(36)}`

async function asAdministrator(page: Page): Promise<void> {
  await look(page, {})
  await signIn(page, 'admin')
}

const mornings = Object.fromEntries(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, [{ from: '08:00', to: '12:00' }]]),
)
const officeHours = Object.fromEntries(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [
    day,
    [
      { from: '08:00', to: '12:00' },
      { from: '13:00', to: '17:00' },
    ],
  ]),
)

const makeCalendar = (page: Page, weekly: object, holidaySetIds: string[] = []) =>
  api<Made>(page, 'POST', '/service-levels/calendars', {
    name: fresh('Calendar'),
    timeZone: 'Europe/Berlin',
    weekly,
    holidaySetIds,
  })

async function tryOut(page: Page, start: string, time: string): Promise<void> {
  await page.getByRole('link', { name: 'Try it' }).click()
  await page.getByRole('textbox', { name: 'Start (Europe/Berlin)' }).fill(start)
  await page.getByLabel('Time of service').fill(time)
  await page.getByRole('button', { name: 'Try it' }).click()
}

test('an administrator rehearses a policy, publishes it, and a new incident has the new deadline', async ({ page }) => {
  await asAdministrator(page)
  const calendar = await makeCalendar(page, officeHours)
  const category = await api<Made>(page, 'POST', '/categories', { name: fresh('Rehearsed') })
  const policy = await api<Made>(page, 'POST', '/service-levels/policies', {
    name: fresh('Policy'),
    order: 1,
    when: { practice: 'incident', categoryIds: [category.id] },
    calendarId: calendar.id,
    targets: { resolution: 'PT8H' },
  })
  const open = { title: 'Rehearsed', impact: 'low', urgency: 'low', categoryId: category.id }
  await api(page, 'POST', '/incidents', open)

  await page.goto(`/admin/policies/${policy.id}`)
  const resolution = page.getByRole('textbox', { name: 'Resolution' })
  await resolution.fill('1 d 2 h')
  await expect(page.getByText('10h of service = 1 working day 2h')).toBeVisible()
  await resolution.fill('2 h 30')
  await resolution.press('Tab')
  await expect(resolution).toHaveValue('2h 30m')
  await page.getByRole('button', { name: 'Save as draft' }).click()

  const draft = page.getByRole('region', { name: 'Draft' })
  await draft.getByRole('link', { name: 'Rehearse' }).click()
  await expect(draft.getByRole('row', { name: 'Resolution 8h 2h 30m' })).toBeVisible()
  await page.getByRole('button', { name: 'Rehearse', exact: true }).click()
  await expect(page.getByText('1 of 1 running deadline').or(page.getByText(/1 of \d+ running deadlines/))).toBeVisible()
  await expect(page.getByRole('row', { name: /^… to earlier 1/ })).toBeVisible()
  await expect(page.getByRole('link', { name: 'See the open tickets the conditions name' })).toHaveAttribute(
    'href',
    new RegExp(category.id),
  )

  await draft.getByRole('button', { name: 'Publish…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('radio', { name: /New tickets only/ })).toBeChecked()
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText('Version 2, published')).toBeVisible()

  const incident = await api<{ reference: string }>(page, 'POST', '/incidents', open)
  const { clocks } = await api<{ clocks: { policy: { version: number }; targetSeconds: number }[] }>(
    page,
    'GET',
    `/service-levels/explain?ticket=${incident.reference}`,
  )
  expect(clocks.map((clock) => [clock.policy.version, clock.targetSeconds])).toEqual([[2, 9000]])

  await page.getByRole('link', { name: 'Versions' }).click()
  await expect(page.getByText('New tickets only').first()).toBeVisible()
  await api(page, 'POST', `/service-levels/policies/${policy.id}/deactivate`, {})
})

test('a calendar is edited by keyboard alone, published and tried', async ({ page }) => {
  await asAdministrator(page)
  const calendar = await makeCalendar(page, mornings)
  await page.goto(`/admin/calendars/${calendar.id}`)

  await page.getByRole('button', { name: 'Monday, 08:00 to 12:00' }).focus()
  await page.keyboard.press('Shift+ArrowUp')
  await expect(page.getByRole('button', { name: 'Monday, 08:00 to 13:00' })).toBeFocused()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('button', { name: 'Monday, 07:45 to 13:00' })).toBeFocused()

  await page.getByRole('button', { name: 'Add hours to Saturday' }).focus()
  await page.keyboard.press('Enter')
  const [opens, closes] = [page.getByLabel('Saturday, opens, 1'), page.getByLabel('Saturday, closes, 1')]
  await opens.fill('22')
  await opens.press('Enter')
  await closes.fill('6h')
  await closes.press('Enter')
  await expect(page.getByRole('button', { name: 'Saturday, 22:00 to 06:00' })).toBeVisible()
  await expect(page.getByText('next day', { exact: true })).toBeVisible()

  // What is typed can be tried before it is published.
  await tryOut(page, '2026-06-01T07:45', '5 h 15')
  await expect(page.getByText('Counts by what is typed, which is not published yet.')).toBeVisible()
  await expect(page.getByText('Due Monday, 1 June 2026 at 13:00 (Europe/Berlin)')).toBeVisible()
  await page.getByRole('link', { name: 'Week', exact: true }).click()
  await page.getByRole('button', { name: 'Publish' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Version 2, published')).toBeVisible()

  await tryOut(page, '2026-06-01T08:00', '5 h')
  await expect(page.getByText('Due Monday, 1 June 2026 at 13:00 (Europe/Berlin)')).toBeVisible()
  await tryOut(page, '2026-03-28T22:00', '7 h')
  // The night in which clocks go forward has an hour less.
  await expect(page.getByText('Due Sunday, 29 March 2026 at 06:00 (Europe/Berlin)')).toBeVisible()
})

test('hours are drawn with the pointer as well', async ({ page }) => {
  await asAdministrator(page)
  const calendar = await makeCalendar(page, mornings)
  await page.goto(`/admin/calendars/${calendar.id}`)
  const block = page.getByRole('button', { name: 'Tuesday, 08:00 to 12:00' })
  const track = block.locator('..')
  const box = (await track.boundingBox())!
  const at = (hour: number) => box.x + (box.width * hour) / 24
  await page.mouse.move(at(13), box.y + 12)
  await page.mouse.down()
  await page.mouse.move(at(17), box.y + 12, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByRole('button', { name: 'Tuesday, 13:00 to 17:00' })).toBeVisible()
  await expect(block).toBeVisible()
})

test('a holiday that is added moves what the calendar answers', async ({ page }) => {
  await asAdministrator(page)
  const set = await api<Made>(page, 'POST', '/service-levels/holiday-sets', { name: fresh('Days off'), days: [] })
  const calendar = await makeCalendar(page, officeHours, [set.id])
  await page.goto(`/admin/calendars/${calendar.id}`)
  await tryOut(page, '2026-05-22T16:00', '4 h')
  await expect(page.getByText('Due Monday, 25 May 2026 at 11:00 (Europe/Berlin)')).toBeVisible()

  await page.goto(`/admin/holiday-sets/${set.id}`)
  await page.getByRole('textbox', { name: 'Date' }).fill('25 May 2026')
  await page.getByLabel('What it is').fill('Whit Monday')
  await page.getByRole('button', { name: 'Add the day' }).click()
  await expect(page.getByText(`Saving publishes a new version of 1 calendar: ${calendar.name}`)).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(`${set.name} is saved.`)).toBeVisible()

  await page.goto(`/admin/calendars/${calendar.id}?tab=days&year=2026`)
  await expect(page.getByText('1 day that would be open is closed')).toBeVisible()
  await tryOut(page, '2026-05-22T16:00', '4 h')
  await expect(page.getByText('Due Tuesday, 26 May 2026 at 11:00 (Europe/Berlin)')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Stretch by stretch' })).toContainText('Closed · Whit Monday')
})

test('a cell of the matrix is changed and a new incident has the new priority', async ({ page }) => {
  await asAdministrator(page)
  const before = await api<{ rows: string[][] }>(page, 'GET', '/priority-matrix')
  await page.goto('/admin/priority-matrix')
  const cell = page.getByLabel('Impact Low, urgency Low')
  await cell.selectOption('p2')
  await expect(page.getByText('In 1 cell less impact or urgency comes before more of it.')).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The matrix is saved.')).toBeVisible()
  const incident = await api<{ priority: string }>(page, 'POST', '/incidents', {
    title: 'By the new matrix',
    impact: 'low',
    urgency: 'low',
  })
  expect(incident.priority).toBe('p2')
  await api(page, 'PUT', '/priority-matrix', { rows: before.rows })
})

test('two administrators who change the same name are shown both', async ({ page, browser, complaints }) => {
  await asAdministrator(page)
  const service = await api<Made>(page, 'POST', '/services', { name: { en: fresh('Payroll'), fr: 'Paie' } })
  await page.goto(`/admin/services?open=${service.id}`)
  const name = page.getByLabel('Name (English)')
  await name.fill('Payroll, mine')

  const second = await another(browser, 'admin', complaints)
  await api(second, 'PATCH', `/services/${service.id}`, { name: { en: 'Payroll, theirs', fr: 'Paie' } })
  await second.context().close()

  await page.getByRole('button', { name: 'Save' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Payroll, theirs')).toBeVisible()
  await expect(dialog.getByText('Payroll, mine')).toBeVisible()
  await dialog.getByRole('button', { name: 'Save what is chosen' }).click()
  await expect(dialog).toBeHidden()
  const now = await api<Made>(page, 'GET', `/services/${service.id}`)
  expect(now.name).toBe('Payroll, mine')
  // The browser itself tells of the 412.
  complaints.length = 0
})

test('a category is added below another and taken out of use', async ({ page }) => {
  await asAdministrator(page)
  const above = await api<Made>(page, 'POST', '/categories', { name: fresh('Above') })
  await page.goto('/admin/categories')
  await page.getByRole('searchbox', { name: 'Find a category' }).fill(above.name)
  await page.getByRole('button', { name: `Actions for ${above.name}` }).click()
  await page.getByRole('menuitem', { name: 'Add one below' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Lies below')).toHaveValue(above.id)
  await dialog.getByLabel('Name (English)').fill('Below')
  await dialog.getByLabel('Default team').selectOption('Network')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('link', { name: `${above.name} › Below` })).toBeVisible()
  await page.getByRole('link', { name: `${above.name} › Below` }).click()
  await expect(dialog.getByLabel('Default team').locator('option:checked')).toHaveText('Network')
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await page.getByRole('button', { name: `Actions for ${above.name} › Below` }).click()
  await page.getByRole('menuitem', { name: 'Take out of use' }).click()
  await expect(page.getByRole('dialog')).toContainText('0 open tickets have it')
  await page.getByRole('dialog').getByRole('button', { name: 'Take out of use' }).click()
  await expect(page.getByRole('row', { name: /Below/ })).toContainText('Out of use')
})

test('a choice is added to the tickets, with its values', async ({ page }) => {
  await asAdministrator(page)
  await page.goto('/admin/custom-fields?open=new')
  const dialog = page.getByRole('dialog')
  const name = fresh('Building')
  await dialog.getByLabel('Name (English)').fill(name)
  await dialog.getByLabel('Key').fill(`building${Date.now()}`)
  await dialog.getByLabel('Kind').selectOption('choice')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Give at least one value to choose from.').first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Add a value' }).click()
  await dialog.getByLabel('Key of value 1').fill('north')
  await dialog.getByLabel('Name of value 1, English').fill('North')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('One of several')
})

test('a technician does not get in', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'tom')
  await page.goto('/admin/policies')
  await expect(page.getByRole('heading', { level: 1, name: 'This page is not open to you' })).toBeVisible()
})
