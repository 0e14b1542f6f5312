import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectAccessibleInEveryTheme } from './accessible'
import { another, api, look, password, signIn, test, visit } from './desk'

const reports = ['/lead/service-levels', '/lead/incidents', '/lead/backlog', '/lead/attribution']

/** The first table or list of figures is there, and the chart above it where the page has one. */
async function shown(page: Page, path: string): Promise<void> {
  await expect(page.getByRole('table')).toBeVisible()
  if (path !== '/lead') await expect(page.locator('figure svg.recharts-surface').first()).toBeVisible()
}

const number = (text: string | null) => Number(/[\d,]+/.exec(text ?? '')?.[0].replaceAll(',', ''))

/** How many tickets the queue says there are. */
async function counted(page: Page): Promise<number> {
  const total = page.getByText(/^[\d,]+ tickets?$/)
  await expect(total).toBeVisible()
  return number(await total.textContent())
}

const figures: readonly { page: string; name: RegExp }[] = [
  { page: '/lead', name: /^\d+ Open, Network$/ },
  { page: '/lead', name: /^\d+ With nobody$/ },
  { page: '/lead?by=priority&teamId=', name: /^\d+ Open, P2 · High$/ },
  { page: '/lead/service-levels', name: /^\d+ Missed, Service Desk$/ },
  { page: '/lead/service-levels?target=firstResponse&by=priority&last=90d', name: /^\d+ Met, P2 · High$/ },
  { page: '/lead/incidents?by=channel', name: /^\d+ Reassigned, Mail$/ },
  { page: '/lead/incidents?by=category&last=365d', name: /^\d+ Closed, Telephony › Desk phones$/ },
  { page: '/lead/incidents?by=month&last=90d', name: /^\d+ Reopened, Total$/ },
  { page: '/lead/backlog?interval=week', name: /^[1-9][\d,]* Closed, week to / },
  { page: '/lead/backlog', name: /^[1-9][\d,]* Not resolved, / },
  { page: '/lead/service-levels?last=90d', name: /^\d+ Missed, Resolution$/ },
  { page: '/lead/attribution?of=all&last=90d', name: /^[\d,]+ Incidents$/ },
  { page: '/lead/attribution?of=all&last=90d', name: /^[\d,]+ tickets Incidents, Waiting$/ },
  { page: '/lead/attribution?of=all&last=90d', name: /^\d+ Incidents, Network$/ },
]

test('a supervisor comes from a figure to its list and on to a ticket in two clicks', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'sue')
  await page.goto('/')
  // The keys are there once the page is.
  await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await expect(page.getByRole('heading', { level: 1, name: 'Now' })).toBeVisible()
  await page.getByRole('link', { name: 'Service levels' }).click()
  const figure = page.getByRole('link', { name: /^\d+ Missed, Workplace$/ })
  const told = number(await figure.textContent())

  await figure.click()
  expect(await counted(page)).toBe(told)
  await page.getByRole('grid').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/desk\/tickets\/INC-/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('every kind of figure counts what its list holds', async ({ page }) => {
  test.setTimeout(180_000)
  await look(page, {})
  await signIn(page, 'sue')
  for (const { page: path, name } of figures) {
    await page.goto(path)
    const figure = page.getByRole('link', { name }).first()
    await expect(figure, `${path}: ${name}`).toBeVisible()
    const told = number(await figure.textContent())
    expect(told).toBeGreaterThan(0)
    await figure.click()
    await expect(page).toHaveURL(/\/desk\/queues\/all/)
    expect(await counted(page), `${path}: ${name}`).toBe(told)
  }
})

test('a team of the report on time opens to its queue and its people, who add up to it', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'sue')
  await page.goto('/lead/attribution?of=all&last=90d')
  const team = page.getByRole('button', { name: 'Network', exact: true })
  await expect(team).toHaveAttribute('aria-expanded', 'false')
  const rows = page.getByRole('table').locator('tbody tr')
  const minutes = async (row: number) => {
    const [, hours, rest] = /^(?:([\d,]+)h)?\s?(?:(\d+)m)?/.exec(
      (await rows.nth(row).locator('td').nth(1).innerText()).trim(),
    )!
    return 60 * number(hours ?? '0') + Number(rest ?? 0)
  }
  const closed = await rows.count()

  await team.press('Enter')
  await expect(team).toHaveAttribute('aria-expanded', 'true')
  const below = (await rows.count()) - closed
  expect(below).toBeGreaterThan(1)
  const at = (await rows.locator('th').allTextContents()).indexOf('Network')
  let sum = 0
  for (let row = at + 1; row <= at + below; row++) sum += await minutes(row)
  expect(sum).toBeGreaterThan(0)
  // From a day on each is told to the hour.
  expect(Math.abs(sum - (await minutes(at)))).toBeLessThanOrEqual(60 * (below + 1))
})

test('filters stand in the address and survive a reload', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'sue')
  await page.goto('/lead/service-levels')
  await page.getByLabel('Period').selectOption('Last 90 days')
  await page.getByLabel('Promise', { exact: true }).selectOption('First response')
  await page.getByLabel('Grouped by').selectOption('Channel')
  const table = page.getByRole('table', { name: 'How the promises were kept (First response)' })
  await expect(table.getByRole('rowheader', { name: 'Phone' })).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  const before = await table.innerText()

  await page.reload()
  await expect(page.getByLabel('Period')).toHaveValue('90d')
  await expect(page.getByLabel('Grouped by')).toHaveValue('channel')
  await expect(table).toBeVisible()
  expect(await table.innerText()).toBe(before)

  // The period goes along to the next report, and two dates are as good as a span.
  await page.getByRole('link', { name: 'Incidents', exact: true }).click()
  await expect(page.getByLabel('Period')).toHaveValue('90d')
  const lastWeek = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10)
  await page.getByRole('textbox', { name: 'To (inclusive)' }).fill(lastWeek)
  await page.getByRole('textbox', { name: 'To (inclusive)' }).press('Enter')
  await expect(page).toHaveURL(new RegExp(`to=${lastWeek}`))
  await expect(page.getByLabel('Period')).toHaveValue('named')
})

test('an address with words that nobody knows shows the report as it is without them', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'sue')
  await page.goto('/lead/incidents?by=moon&last=3&from=soon&to=2026-99-99')
  await expect(page.getByLabel('Grouped by')).toHaveValue('priority')
  await expect(page.getByLabel('Period')).toHaveValue('30d')
  await expect(page.getByRole('table')).toBeVisible()
})

test('the file holds the figures that are shown', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'sue')
  await page.goto('/lead/incidents?by=team')
  const rows = page.getByRole('table').locator('tbody tr')
  await expect(rows.first()).toBeVisible()
  const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()])
  expect(csv.suggestedFilename()).toMatch(/^incidents \d{4}-\d\d-\d\d \d{4}-\d\d-\d\d\.csv$/)
  const lines = readFileSync(await csv.path(), 'utf8')
    .trim()
    .split('\r\n')
  // Heads above the rows, the total below them.
  expect(lines).toHaveLength((await rows.count()) + 2)
  for (const row of await rows.all()) {
    const [opened, resolved, closed, reopened, reassigned] = (await row.locator('td').allTextContents()).map(number)
    const label = await row.locator('th').innerText()
    expect(lines.find((line) => line.includes(`,${label},`))).toContain(
      `,${label},${opened},${resolved},${closed},${reopened},${reassigned},`,
    )
  }
  const [workbook] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Excel' }).click(),
  ])
  expect(
    readFileSync(await workbook.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})

test('whoever uses no pointer reads the chart as a table and opens a figure with Enter', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'sue')
  await page.goto('/lead/service-levels')
  await shown(page, '/lead/service-levels')
  await expect(page.getByRole('img', { name: /The table below has the same figures/ })).toBeVisible()
  await page.getByLabel('Grouped by').focus()
  // The chart itself takes no focus: what comes after the figures above it is the first one of the table.
  const above = await page.getByRole('list', { name: 'Share of promises kept' }).getByRole('link').count()
  for (let figure = 0; figure <= above; figure++) await page.keyboard.press('Tab')
  const first = page.getByRole('table').getByRole('link').first()
  await expect(first).toBeFocused()
  const told = number(await first.textContent())
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/desk\/queues\/all/)
  expect(await counted(page)).toBe(told)
})

test('a mark of the chart opens the tickets that it stands for', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'sue')
  await page.goto('/lead/incidents?by=priority')
  await shown(page, '/lead/incidents')
  const opened = number(await page.getByRole('link', { name: /Opened, P2/ }).textContent())
  const resolved = number(await page.getByRole('link', { name: /Resolved, P2/ }).textContent())
  const notResolved = page.locator('.recharts-bar').nth(1).locator('.recharts-bar-rectangle').nth(1)
  await notResolved.click()
  await expect(page).toHaveURL(/\/desk\/queues\/all/)
  expect(await counted(page)).toBe(opened - resolved)
})

test('the board follows what happens without being loaded again', async ({ page, browser, complaints }) => {
  await look(page, {})
  await signIn(page, 'sue')
  await page.goto('/lead')
  const today = page.getByRole('listitem').filter({ hasText: 'Opened today' })
  await expect(today).toBeVisible()
  const before = number((await today.textContent())!.replace('Opened today', ''))
  const alice = await another(browser, 'alice', complaints)
  await api(alice, 'POST', '/incidents', { title: 'Counted as it happens', impact: 'low', urgency: 'low' })
  await expect(today).toContainText(String(before + 1), { timeout: 30_000 })
})

test('whoever reads reports without working on tickets opens the same lists', async ({ page, browser, complaints }) => {
  await look(page, {})
  await signIn(page, 'admin')
  const auditor = await api<{ id: string }>(page, 'POST', '/users', {
    userName: `auditor${Date.now()}`,
    name: 'Ada Auditor',
    vip: false,
    roles: ['auditor'],
  })
  const { userName } = await api<{ userName: string }>(page, 'GET', `/users/${auditor.id}`)
  const { code } = await api<{ code: string }>(page, 'POST', `/users/${auditor.id}/reset-link`, {})
  await api(page, 'POST', '/session/reset', { code, newPassword: password })

  const ada = await another(browser, userName, complaints)
  await ada.goto('/lead/incidents?by=team')
  const figure = ada.getByRole('link', { name: /Opened, Network/ })
  const told = number(await figure.textContent())
  await expect(ada.getByRole('button', { name: 'CSV' })).toHaveCount(0)
  await figure.click()
  await expect(ada).toHaveURL(/\/lead\/tickets/)
  expect(await counted(ada)).toBe(told)
  await expect(ada.getByRole('list', { name: 'Narrowed to' })).toContainText('Network')
  await expectAccessible(ada, '/lead/tickets')
  await ada.getByRole('list', { name: 'Tickets of a figure' }).getByRole('link').first().click()
  await expect(ada.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(ada).toHaveURL(/\/help\/requests\/INC-/)
})

test('whoever may not read reports is not shown them', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'tom')
  await page.goto('/lead/incidents')
  await expect(page.getByRole('heading', { level: 1, name: 'This page is not open to you' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Figures' })).toHaveCount(0)
})

test('the figures are accessible in every theme', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'sue')
  for (const path of ['/lead', ...reports]) {
    await visit(page, path)
    await shown(page, path)
    await expectAccessibleInEveryTheme(page, path)
  }
})

test('the figures speak French', async ({ page }) => {
  await look(page, { language: 'fr' })
  await signIn(page, 'sue')
  const titles = ['Maintenant', 'Niveaux de service', 'Incidents', 'Encours', 'Où est passé le temps']
  for (const [at, path] of ['/lead', ...reports].entries()) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: titles[at]! })).toBeVisible()
    await shown(page, path)
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
    await expect(page.locator('main')).not.toContainText(
      /\b(Total of|Opened|Resolved|Missed|Waiting|awaiting|Nobody)\b/,
    )
  }
})

test('on a phone nothing has to be pushed sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await look(page, {})
  await signIn(page, 'sue')
  for (const path of ['/lead', ...reports]) {
    await visit(page, path)
    await shown(page, path)
    const wider = await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)
    expect(wider, path).toBe(0)
  }
})
