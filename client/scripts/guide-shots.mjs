// Takes the pictures of docs/guide: every main page, in English and French, from a throw-away server with the demo.
// GUIDE_ONLY=queue,board takes these alone; E2E_EXTERNAL=1 with E2E_URL asks a server that runs already.
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'

const password = 'ServiceDesk!demo'
const images = resolve(import.meta.dirname, '../../docs/guide/images')
const only = process.env.GUIDE_ONLY?.split(',')
const desk = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }

const words = {
  en: {
    title: 'The scanner on the second floor sends empty pages',
    description: 'Since this morning every scan arrives as a mail with white pages. Printing works.',
    question: 'Does it happen from the glass as well, or only from the feeder?',
    typed: 'The VPN drops every hour. I see “connection lost” and must sign in again.',
  },
  fr: {
    title: 'Le scanner du deuxième étage envoie des pages vides',
    description:
      'Depuis ce matin, chaque numérisation arrive par courriel avec des pages blanches. L’impression marche.',
    question: 'Est-ce aussi le cas depuis la vitre, ou seulement depuis le chargeur ?',
    typed: 'Le VPN se coupe toutes les heures. Je vois « connexion perdue » et je dois me reconnecter.',
  },
}

/** What is taken: who looks, where, and what is done before the picture. The path may need what was prepared. */
const shots = [
  { name: 'portal-home', who: 'alice', path: () => '/help' },
  {
    name: 'report',
    who: 'alice',
    path: (_, { typed }) => `/help/report?text=${encodeURIComponent(typed)}`,
    act: (page) => page.getByRole('radio').nth(1).check(),
  },
  { name: 'request', who: 'alice', path: ({ asked }) => `/help/requests/${asked}` },
  { name: 'portal-home-phone', who: 'alice', viewport: phone, path: () => '/help' },
  { name: 'queue', who: 'tom', path: () => '/desk/queues/my-work', wait: '[role=row][data-row]' },
  {
    name: 'queue-preview-dark',
    who: 'tom',
    theme: 'dark',
    path: () => '/desk/queues/my-work',
    wait: '[role=row][data-row]',
    act: async (page) => {
      await page.keyboard.press('j')
      await page.keyboard.press('r')
      await page.getByRole('complementary').getByRole('textbox').waitFor()
    },
  },
  { name: 'ticket', who: 'tom', path: ({ asked }) => `/desk/tickets/${asked}` },
  { name: 'deadlines', who: 'tom', path: ({ old }) => `/desk/tickets/${old}?tab=sla`, wait: 'aside table' },
  {
    name: 'search-help',
    who: 'tom',
    path: () => `/desk/queues/all?q=${encodeURIComponent('priority<=p2 -site:Lyon')}`,
    wait: '[role=row][data-row]',
    act: async (page) => {
      await page.locator('main input[type=search] + button').click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'queue-phone',
    who: 'tom',
    viewport: phone,
    path: () => '/desk/queues/my-teams',
    wait: '[role=row][data-row]',
  },
  { name: 'board', who: 'sue', path: () => '/lead', wait: 'main table' },
  {
    name: 'service-levels-dark',
    who: 'sue',
    theme: 'dark',
    path: () => '/lead/service-levels?last=90d',
    wait: 'main table',
  },
  { name: 'people', who: 'admin', path: () => '/admin/users', wait: 'main table' },
  { name: 'calendar', who: 'admin', path: ({ calendar }) => `/admin/calendars/${calendar}` },
  {
    name: 'rehearsal',
    who: 'admin',
    path: ({ policy }) => `/admin/policies/${policy}?tab=publish`,
    act: async (page) => {
      await page.locator('section[aria-labelledby=rehearsal] button').first().click()
      await page.locator('main table').first().waitFor({ timeout: 120_000 })
    },
  },
]

async function address() {
  if (process.env.E2E_URL) return process.env.E2E_URL
  const ask =
    "const s=require('node:net').createServer().listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})"
  return `http://127.0.0.1:${execFileSync(process.execPath, ['-e', ask]).toString().trim()}`
}

async function start(url) {
  if (process.env.E2E_EXTERNAL) return undefined
  const server = spawn(process.execPath, [join(import.meta.dirname, 'server.mjs')], {
    env: { ...process.env, E2E_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const until = Date.now() + 600_000
  while (Date.now() < until && server.exitCode === null) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined)
    if (answer?.ok) return server
    await new Promise((done) => setTimeout(done, 500))
  }
  server.kill('SIGTERM')
  throw new Error('The server did not start.')
}

/** Somebody who is signed in and speaks the language: a browser of their own and the API in their name. */
async function enter(browser, url, { userName, language, theme = 'light', viewport = desk }) {
  const context = await browser.newContext({
    baseURL: url,
    viewport,
    locale: language,
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    colorScheme: theme === 'dark' ? 'dark' : 'light',
  })
  let token = ''
  const call = async (method, path, data) => {
    const headers = token ? { 'X-XSRF-TOKEN': token } : {}
    const response = await context.request.fetch(`/api/v1${path}`, { method, data, headers, timeout: 120_000 })
    if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`)
    return response.status() === 204 ? undefined : response.json()
  }
  token = (await call('POST', '/session', { userName, password })).antiforgeryToken
  const session = await call('GET', '/session')
  token = session.antiforgeryToken
  if (session.user.language !== language) await call('PATCH', '/me', { language })
  await context.addInitScript(
    ([chosenTheme, chosenLanguage]) => {
      localStorage.setItem('signedIn', 'yes')
      localStorage.setItem('theme', chosenTheme)
      localStorage.setItem('language', chosenLanguage)
    },
    [theme, language],
  )
  return { context, call, session }
}

/** A ticket with a story to show, one with a history, and the records of the rules. */
async function prepare(browser, url, language) {
  const text = words[language]
  const alice = await enter(browser, url, { userName: 'alice', language })
  const { title, description } = text
  const { id, reference } = await alice.call('POST', '/incidents', {
    title,
    description,
    impact: 'medium',
    urgency: 'medium',
  })
  const tom = await enter(browser, url, { userName: 'tom', language })
  const { user, teams } = tom.session
  await tom.call('POST', `/incidents/${id}/assign`, { teamId: user.defaultTeamId ?? teams[0].id, assigneeId: user.id })
  await tom.call('POST', `/incidents/${id}/start`, {})
  await tom.call('POST', `/incidents/${id}/comments`, { body: text.question, visibility: 'public' })
  await tom.call('POST', `/incidents/${id}/hold`, { reason: 'awaitingRequester' })
  const q = encodeURIComponent('state:(pending, inProgress) group:any created<-4d created>-40d')
  const { items } = await tom.call('GET', `/tickets?q=${q}&limit=100&sort=-openedAt`)
  const french = /[àâçéèêîôùû’]|\b(le|la|les|du|des|ne|sur)\b/i
  const old = items.find((row) => french.test(row.title) === (language === 'fr')) ?? items[0]
  const admin = await enter(browser, url, { userName: 'admin', language })
  const calendars = await admin.call('GET', '/service-levels/calendars')
  const policies = await admin.call('GET', '/service-levels/policies')
  for (const { context } of [alice, tom, admin]) await context.close()
  return {
    asked: reference,
    old: old?.reference ?? reference,
    calendar: calendars.items.at(-1).id,
    policy: policies.items[0].id,
  }
}

async function take(browser, url, language, prepared, shot) {
  const { context } = await enter(browser, url, { ...shot, userName: shot.who, language })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(shot.path(prepared, words[language]), { waitUntil: 'domcontentloaded', timeout: 120_000 })
  await page.getByRole('heading', { level: 1 }).waitFor()
  if (shot.wait) await page.locator(shot.wait).first().waitFor()
  await shot.act?.(page)
  await page.waitForFunction(() => !document.querySelector('[data-skeleton], [aria-busy=true]'))
  await page.locator('[role=status][data-state=live]').waitFor()
  // The bell and the mark of the product come last.
  await page.getByRole('button', { name: /^notifications/i }).waitFor()
  await page.waitForFunction(() => [...document.images].every((image) => image.complete))
  await page.evaluate(() => document.fonts.ready)
  const file = join(images, language, `${shot.name}.png`)
  await page.screenshot({ path: file })
  const said = await page.locator('html').getAttribute('lang')
  if (said !== language) throw new Error(`${shot.name} speaks ${said}`)
  await context.close()
  process.stdout.write(`${language}/${shot.name}.png ${Math.round(statSync(file).size / 1024)} kB\n`)
}

const url = await address()
const server = await start(url)
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
try {
  for (const language of ['en', 'fr']) {
    mkdirSync(join(images, language), { recursive: true })
    const prepared = await prepare(browser, url, language)
    for (const shot of shots) {
      if (only && !only.includes(shot.name)) continue
      try {
        await take(browser, url, language, prepared, shot)
      } catch (error) {
        process.exitCode = 1
        process.stderr.write(`${language}/${shot.name}: ${error.message}\n`)
      }
    }
  }
} finally {
  await browser.close()
  server?.kill('SIGTERM')
}
