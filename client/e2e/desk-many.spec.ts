import { expect } from '@playwright/test'
import { another, api, look, signIn, test } from './desk'

interface Ticket {
  id: string
  reference: string
  state: string
  assignee: { name: string } | null
  pending: { reason: string; until: string | null } | null
}

test('several are taken after a word about those that wait, come back with their wait, and move together', async ({
  page,
  browser,
  complaints,
}) => {
  const alice = await another(browser, 'alice', complaints)
  const mark = `Turnstile ${Date.now()}`
  const open = (at: number) =>
    api<Ticket>(alice, 'POST', '/incidents', { title: `${mark} ${at}`, impact: 'low', urgency: 'medium' })
  const [waits, works] = [await open(1), await open(2)]
  await look(page, {})
  await signIn(page, 'tom')
  const session = await api<{ teams: { id: string }[] }>(page, 'GET', '/session')
  for (const { reference } of [waits, works])
    await api(page, 'POST', `/incidents/${reference}/assign`, { teamId: session.teams[0]!.id, assigneeId: null })
  await api(page, 'POST', `/incidents/${waits.reference}/hold`, { reason: 'awaitingParts', until: null })

  await page.goto(`/desk/queues/all?q=${encodeURIComponent(`"${mark}"`)}`)
  const row = (ticket: Ticket) => page.getByRole('row').filter({ hasText: ticket.reference })
  await expect(row(works)).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('m')
  const ask = page.getByRole('dialog', { name: 'Take · 2 tickets' })
  await expect(ask).toContainText('1 of them waits: its wait ends and its clocks go on.')
  await page.keyboard.press('Enter')
  const now = (ticket: Ticket) => api<Ticket>(page, 'GET', `/incidents/${ticket.reference}`)
  await expect.poll(() => now(waits)).toMatchObject({ state: 'assigned', assignee: { name: 'Tom Becker' } })
  await expect(page.getByText('2 tickets are assigned.')).toBeVisible()
  await page.keyboard.press('z')
  await expect
    .poll(() => now(waits))
    .toMatchObject({ state: 'pending', assignee: null, pending: { reason: 'awaitingParts', until: null } })
  await expect.poll(() => now(works)).toMatchObject({ state: 'assigned', assignee: null })
  await expect(row(waits)).toContainText('Waiting')

  await page.keyboard.press('Control+a')
  await page.keyboard.press('s')
  const states = page.getByRole('dialog', { name: 'State of 2 tickets' })
  await expect(states).toBeVisible()
  await states.getByRole('button', { name: 'Cancel…' }).click()
  await expect(page.getByRole('dialog', { name: 'Cancel the ticket · 2 selected' })).toBeVisible()
  await page.keyboard.type('It was taken away.')
  await page.keyboard.press('Control+Enter')
  await expect
    .poll(async () => [(await now(waits)).state, (await now(works)).state])
    .toEqual(['cancelled', 'cancelled'])
})
