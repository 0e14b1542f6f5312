import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { look, settled, signIn, test } from './desk'

const number = (text: string | null) => Number(/[\d,]+/.exec(text ?? '')?.[0].replaceAll(',', ''))

const section = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Figures' }).getByRole('link', { name, exact: true })

const field = (page: Page, label: string) => page.getByRole('button', { name: new RegExp(`^${label} `) })

/** Ticks names in the panel of a field, and closes it. */
async function choose(page: Page, label: string, names: readonly string[]): Promise<void> {
  await field(page, label).click()
  const panel = page.getByRole('group', { name: label, exact: true })
  for (const name of names) await panel.getByLabel(name, { exact: true }).check()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
}

/** Opens the list of a figure, which must hold as many tickets, and comes back. */
async function expectItsList(page: Page, figure: Locator, name: string): Promise<void> {
  const told = number(await figure.textContent())
  expect(told, name).toBeGreaterThan(0)
  await figure.click()
  await expect(page).toHaveURL(/\/desk\/queues\/all/)
  const total = page.getByText(/^[\d,]+ tickets?$/)
  await expect(total).toBeVisible()
  expect(number(await total.textContent()), name).toBe(told)
  await page.goBack()
  await settled(page)
}

test('what the figures are narrowed to goes along to every report, to their lists and into the file', async ({
  page,
}) => {
  await look(page, {})
  await signIn(page, 'sue')
  await page.goto('/lead/incidents?by=team&last=90d')
  await settled(page)
  const all = number(
    await page
      .getByRole('link', { name: /Opened, Total$/ })
      .first()
      .textContent(),
  )
  const ofTeam = number(await page.getByRole('link', { name: /Opened, Network$/ }).textContent())
  expect(ofTeam).toBeLessThan(all)

  await choose(page, 'Team', ['Network'])
  await page.getByLabel('Grouped by').selectOption('Service')
  await settled(page)
  await expect(page.getByText('Narrowed to: Network.')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'The figures are there.' })).toBeAttached()
  const opened = page.getByRole('link', { name: /Opened, Total$/ }).first()
  await expect(opened).toHaveText(new RegExp(`^${ofTeam.toLocaleString('en')} `))
  await expectItsList(page, opened, 'incidents')
  await opened.click()
  await expect(
    page.getByRole('button', { name: /^Only: opened from .+ to .+ · Network – Take this filter away/ }),
  ).toBeVisible()
  await page.goBack()
  await settled(page)

  const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()])
  const lines = readFileSync(await csv.path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength((await page.getByRole('table').locator('tbody tr').count()) + 2)
  expect(lines.at(-1)).toContain(`Total,${ofTeam},`)

  for (const name of ['Service levels', 'Where the time went', 'Backlog']) {
    await section(page, name).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(field(page, 'Team')).toHaveText('Network')
    await expect(page.getByLabel('Period', { exact: true })).toHaveValue('90d')
  }
  await settled(page)
  await expectItsList(page, page.getByRole('link', { name: / Not resolved, / }).first(), 'backlog')

  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await expect(page).not.toHaveURL(/teamId/)
  await expect(field(page, 'Team')).toBeFocused()
  await expect(page.getByRole('button', { name: 'Clear the filters' })).toHaveCount(0)
})

test('several teams and priorities are ticked with the keyboard alone, and all of them again', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'sue')
  await page.goto('/lead?by=priority')
  await settled(page)
  await field(page, 'Priority').focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('group', { name: 'Priority', exact: true })
  await expect(panel.getByLabel('All priorities')).toBeFocused()
  for (const name of ['P1 · Critical', 'P3 · Medium']) {
    await panel.getByLabel(name).focus()
    await page.keyboard.press('Space')
    await expect(panel.getByLabel(name)).toBeChecked()
  }
  await expect(page).toHaveURL(/priority=p1(%2C|,)p3/)
  await expect(field(page, 'Priority')).toHaveText('P1 and P3')
  await expect(page.getByText('Narrowed to: P1 and P3.')).toBeVisible()
  await settled(page)
  await expectAccessible(page, 'priorities to tick')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(field(page, 'Priority')).toBeFocused()
  await settled(page)
  for (const name of await page.getByRole('table').getByRole('rowheader').allTextContents())
    expect(['P1 · Critical', 'P3 · Medium']).toContain(name)
  await choose(page, 'Priority', ['All priorities'])
  await expect(page).not.toHaveURL(/priority=p/)
})

test('whoever had the time, the incidents are one click away', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'sue')
  await page.goto('/lead/attribution?of=all&last=90d&priority=p3')
  await settled(page)
  for (const kind of ['Waiting', 'A team']) {
    const row = page.getByRole('row').filter({ has: page.getByRole('cell', { name: kind, exact: true }) })
    await expectItsList(page, row.first().getByRole('link'), kind)
  }
})

test('the rows of the board come to its totals, whatever it is narrowed to', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'sue')
  await page.goto('/lead?by=priority')
  await settled(page)
  const sum = async (name: RegExp) => {
    const texts = await page.getByRole('table').getByRole('link', { name }).allTextContents()
    return texts.reduce((total, text) => total + number(text), 0)
  }
  for (const figure of ['Open', 'With nobody', 'Breached'])
    expect(await sum(new RegExp(`^[\\d,]+ ${figure}, `)), figure).toBe(
      number(await page.getByRole('link', { name: new RegExp(`^[\\d,]+ ${figure}$`) }).textContent()),
    )

  await choose(page, 'Priority', ['P3 · Medium'])
  await settled(page)
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveText(['P3 · Medium'])
  expect(await sum(/ Open, /)).toBe(number(await page.getByRole('link', { name: / Open$/ }).textContent()))

  // What it is narrowed to stays on the way to a report.
  await section(page, 'Backlog').click()
  await expect(field(page, 'Priority')).toHaveText('P3 · Medium')
})

test('narrowed figures are accessible in the dark, speak French and fit a phone', async ({ page }) => {
  await look(page, { theme: 'dark', language: 'fr' })
  await signIn(page, 'sue')
  const path = '/lead/incidents?by=site&priority=p3&serviceId=none'
  await page.goto(path)
  await settled(page)
  await expect(page.getByText('Restreint à : P3 · Moyenne, Sans service.')).toBeVisible()
  await expect(page.locator('main')).not.toContainText(/\b(All|Clear|Narrowed|No (site|service|team)|Site:)\b/)
  await expectAccessible(page, path)
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(field(page, 'Équipe')).toBeHidden()
  await page.getByRole('button', { name: 'Filtres', exact: true }).click()
  await expect(field(page, 'Équipe')).toBeVisible()
  expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0)
})
