import { expect, type Page } from '@playwright/test'
import { expectAccessibleInEveryTheme } from './accessible'
import { another, api, look, password, signIn, test, visit } from './desk'

/** What one run makes is not in the way of the next. */
const mark = Date.now().toString(36)

async function fill(page: Page, label: string, text: string) {
  await page.getByRole('dialog').getByLabel(label).fill(text)
}

async function pickPerson(page: Page, label: string, text: string, name: string) {
  const box = page.getByRole('combobox', { name: label })
  await box.fill(text)
  await expect(page.getByRole('option', { name })).toBeVisible()
  await box.press('Enter')
}

test('an administrator makes a team, a person and a grant, and the person may what it says', async ({
  page,
  browser,
  complaints,
}) => {
  await look(page, {})
  await signIn(page, 'admin')
  await page.goto('/admin/teams?open=new')
  await fill(page, 'Name (English)', `Harbour ${mark}`)
  await fill(page, 'Name (Français)', `Port ${mark}`)
  await page.getByRole('dialog').getByLabel('Key').fill(`harbour-${mark}`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Harbour ${mark}` })).toBeVisible()

  await page.goto('/admin/users?open=new')
  const dialog = page.getByRole('dialog', { name: 'New person' })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('This is needed.').first()).toBeVisible()
  await dialog.getByLabel('Name', { exact: false }).first().fill(`Nora ${mark}`)
  await dialog.getByLabel('User name').fill('tom')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('This user name is taken.')).toBeVisible()
  await dialog.getByLabel('User name').fill(`nora-${mark}`)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Nora ${mark}` })).toBeVisible()

  await page.getByLabel('Add to a team').selectOption({ label: `Harbour ${mark}` })
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('link', { name: `Harbour ${mark}` })).toBeVisible()
  await page.getByRole('button', { name: 'Give a role' }).click()
  const grant = page.getByRole('dialog', { name: 'Give a role' })
  await grant.getByRole('radio', { name: 'One team' }).check()
  await grant.getByRole('combobox', { name: 'Team' }).selectOption({ label: `Harbour ${mark}` })
  await grant.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Technician' })
  await grant.getByRole('button', { name: 'Give a role' }).click()
  await expect(page.getByText(`Only for tickets of the team Harbour ${mark}`)).toBeVisible()

  await page.getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name: 'Make a link to set a password' }).click()
  await page.getByRole('button', { name: 'Make a link to set a password' }).click()
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  expect(link).toContain('#')
  await page.getByRole('button', { name: 'I have kept it' }).click()

  const context = await browser.newContext()
  const theirs = await context.newPage()
  await look(theirs, {})
  await theirs.goto('/sign-in')
  const status = await theirs.evaluate(
    async ([code, chosen]) => {
      const response = await fetch('/api/v1/session/reset', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ code, newPassword: chosen }),
      })
      return response.status
    },
    [link.split('#')[1]!, password] as const,
  )
  expect(status).toBe(204)
  await signIn(theirs, `nora-${mark}`)
  await theirs.goto('/')
  await expect(theirs.getByRole('link', { name: 'Queue', exact: true })).toBeVisible()
  await expect(theirs.getByRole('link', { name: 'Administration' })).toHaveCount(0)
  await context.close()
  // The browser itself tells of the 409 of the name that was taken.
  complaints.length = 0
})

test('a person is deactivated and their work goes to who is named; the audit trail tells it', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'admin')
  const { items: teams } = await api<{ items: { id: string; name: string }[] }>(page, 'GET', '/teams?q=service-desk')
  const [team] = teams
  const leaver = await api<{ id: string }>(page, 'POST', '/users', {
    userName: `leaver-${mark}`,
    name: `Leo Leaver ${mark}`,
    vip: false,
    teamIds: [team!.id],
    roles: ['technician'],
  })
  const incident = await api<{ id: string }>(page, 'POST', '/incidents', {
    title: `Left behind ${mark}`,
    impact: 'low',
    urgency: 'low',
  })
  await api(page, 'POST', `/incidents/${incident.id}/assign`, { teamId: team!.id, assigneeId: leaver.id })

  await page.goto(`/admin/users/${leaver.id}`)
  await page.getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name: 'Deactivate' }).click()
  await expect(page.getByText('They have 1 open ticket.')).toBeVisible()
  await pickPerson(page, 'Goes on with their work', 'tina', 'Tina Moreau')
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click()
  await expect(page.getByText('1 to a person, 0 to a queue')).toBeVisible()
  const after = await api<{ assignee: { name: string } }>(page, 'GET', `/incidents/${incident.id}`)
  expect(after.assignee.name).toBe('Tina Moreau')

  await page.getByRole('link', { name: 'Changes in the audit trail' }).click()
  await expect(page).toHaveURL(/entityId=/)
  const entry = page.locator('details').filter({ hasText: 'Person changed' }).first()
  await entry.locator('summary').click({ position: { x: 5, y: 5 } })
  await expect(entry.getByRole('row', { name: /In use Yes No/ })).toBeVisible()
})

test('an import says which row it refused and why', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'admin')
  await page.goto('/admin/imports?open=new')
  const heading = 'number,incident_state,sys_updated_at,opened_at,impact,urgency,priority'
  const row = (number: string, state: string) =>
    `${number},${state},1/3/2016 09:00,1/3/2016 08:00,2 - Medium,2 - Medium,3 - Moderate`
  await page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({
      name: `log-${mark}.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from([heading, row(`INC-${mark}`, 'New'), row(`INC-${mark}`, 'Nonsense'), ''].join('\n')),
    })
  await page.getByLabel('Name of the system').fill(`run-${mark}`)
  await page.getByRole('dialog').getByRole('button', { name: 'Start an import' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `log-${mark}.csv` })).toBeVisible()
  await expect(page.getByText('Done', { exact: true })).toBeVisible({ timeout: 40_000 })
  await expect(page.getByRole('row', { name: /^2 .*Nonsense/ })).toBeVisible()
})

test('a service account calls with its token until that is revoked', async ({ page, playwright, baseURL }) => {
  await look(page, {})
  await signIn(page, 'admin')
  await page.goto('/admin/service-accounts?open=new')
  await page.getByRole('dialog').getByLabel('Name', { exact: false }).first().fill(`Robot ${mark}`)
  await page.getByRole('dialog').getByLabel('User name').fill(`robot-${mark}`)
  await page.getByRole('checkbox', { name: 'Technician' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Robot ${mark}` })).toBeVisible()
  await page.getByRole('button', { name: 'Make a token' }).click()
  const dialog = page.getByRole('dialog', { name: 'Make a token' })
  await dialog.getByLabel('Name', { exact: false }).first().fill('Night run')
  await dialog.getByRole('checkbox', { name: 'Read the incidents they see' }).check()
  await dialog.getByRole('button', { name: 'Make a token' }).click()
  const token = await page.getByLabel('Token', { exact: true }).inputValue()
  await page.getByRole('button', { name: 'I have kept it' }).click()

  const machine = await playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: { Authorization: `Bearer ${token}` },
  })
  expect((await machine.get('/api/v1/incidents?limit=1')).status()).toBe(200)
  await page.getByRole('button', { name: 'Revoke Night run' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('No token: nothing can call')).toBeVisible()
  expect((await machine.get('/api/v1/incidents?limit=1')).status()).toBe(401)
  await machine.dispose()
})

test('people come from a file: tried out first, then taken in', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'admin')
  await page.goto('/admin/users/import')
  await page.locator('input[type=file]').setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`userName,name,email\nfile-${mark},Fiona File,fiona@example.org\nbad name,Bad,no address\n`),
  })
  await expect(page.getByRole('heading', { name: 'What would happen' })).toBeVisible()
  await expect(page.getByRole('row', { name: /^3 .*refused/ })).toBeVisible()
  await page.getByRole('button', { name: 'Take 1 person in' }).click()
  await expect(page.getByRole('heading', { name: 'What was done' })).toBeVisible()
  await page.getByRole('link', { name: 'To the people' }).click()
  await page.getByRole('searchbox', { name: 'Find by name or address' }).fill(`file-${mark}`)
  await expect(page.getByRole('link', { name: 'Fiona File' })).toBeVisible()
})

test('settings, sites, items, replies and templates are kept as they were typed', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'admin')
  await page.goto('/admin/sites?open=new')
  await page.getByRole('dialog').getByLabel('Name', { exact: false }).first().fill(`Pier ${mark}`)
  await page.getByRole('dialog').getByLabel('Time zone').fill('Europe/Rome')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: new RegExp(`Pier ${mark}.*Europe/Rome.*In use`) })).toBeVisible()
  await page.getByRole('button', { name: `Actions for Pier ${mark}` }).click()
  await page.getByRole('menuitem', { name: 'Take out of use' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take out of use' }).click()
  await expect(page.getByRole('row', { name: new RegExp(`Pier ${mark}.*Out of use`) })).toBeVisible()

  await page.goto('/admin/configuration-items?open=new')
  await page.getByRole('dialog').getByLabel('Name', { exact: false }).first().fill(`crane-${mark}`)
  await page.getByRole('dialog').getByLabel('Type').fill('server')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('searchbox', { name: 'Find by the beginning of the name' }).fill(`crane-${mark}`)
  await expect(page.getByRole('row', { name: new RegExp(`crane-${mark} server`) })).toBeVisible()

  await page.goto('/admin/replies?open=new')
  await fill(page, 'Name (Français)', `Bonjour ${mark}`)
  await fill(page, 'Text (Français)', 'Bonjour {{requester.name}}')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: new RegExp(`Bonjour ${mark} Everybody`) })).toBeVisible()

  await page.goto('/admin/templates?open=new')
  await page.getByRole('dialog').getByLabel('Name (English)').fill(`Mooring ${mark}`)
  await page.getByRole('dialog').getByLabel('Title of the ticket (English)').fill('Mooring for {{requester.name}}')
  await page.getByRole('dialog').getByLabel('Tags').fill('port, night')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: `Mooring ${mark}` }).click()
  await expect(page.getByRole('dialog').getByLabel('Tags')).toHaveValue('port, night')

  await page.goto('/admin/settings')
  await page.getByLabel('Days kept').fill('0')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Between 1 day and 10 years.')).toBeVisible()
  await page.getByLabel('Days kept').fill('45')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The settings are saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Days kept')).toHaveValue('45')
})

test('a technician does not get into the administration', async ({ browser, complaints }) => {
  const page = await another(browser, 'tom', complaints)
  await page.goto('/admin/users')
  await expect(page.getByRole('heading', { level: 1, name: 'This page is not open to you' })).toBeVisible()
  await expect(page.getByText('An administrator can grant it.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Administration' })).toHaveCount(0)
  await page.context().close()
})

const routes = [
  '/admin',
  '/admin/users',
  '/admin/users?open=new',
  '/admin/users/import',
  '/admin/teams',
  '/admin/teams?open=new',
  '/admin/roles',
  '/admin/roles?open=new',
  '/admin/sites',
  '/admin/departments?open=new',
  '/admin/service-accounts?open=new',
  '/admin/replies',
  '/admin/replies?open=new',
  '/admin/templates?open=new',
  '/admin/configuration-items',
  '/admin/settings',
  '/admin/imports?open=new',
  '/admin/audit',
]

test('the administration is accessible in every theme', async ({ page }) => {
  await look(page, {})
  await signIn(page, 'admin')
  for (const route of routes) {
    await visit(page, route)
    await expectAccessibleInEveryTheme(page, route)
  }
  const { items } = await api<{ items: { id: string }[] }>(page, 'GET', '/users?q=tom')
  await visit(page, `/admin/users/${items[0]!.id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Tom Becker' })).toBeVisible()
  await expectAccessibleInEveryTheme(page, 'a person')
})

test('on a phone, in French, nothing of the administration runs over the edge', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await look(page, { language: 'fr' })
  await signIn(page, 'admin')
  await page.goto('/me')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  for (const route of routes.filter((each) => !each.includes('?'))) {
    await visit(page, route)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(over, route).toBeLessThanOrEqual(0)
  }
})
