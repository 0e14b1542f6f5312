import { expect, test as base, type Browser, type Locator, type Page } from '@playwright/test'

export const password = 'ServiceDesk!demo'

const at = (path: string) => `${process.env.E2E_URL}/api/v1${path}`

interface Look {
  theme?: 'light' | 'dark' | 'contrast'
  language?: 'en' | 'fr'
}

/** What a page complained about; a test that ends with complaints fails. */
function listen(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
}

export const test = base.extend<{ complaints: string[] }>({
  // oxlint-disable-next-line no-empty-pattern
  complaints: async ({}, use) => {
    const complaints: string[] = []
    await use(complaints)
    expect(complaints, 'the console stays silent').toEqual([])
  },
  page: async ({ page, complaints }, use) => {
    listen(page, complaints)
    await use(page)
  },
})

const looks = new WeakMap<Page, 'en' | 'fr'>()

export async function look(page: Page, { theme = 'light', language = 'en' }: Look): Promise<void> {
  looks.set(page, language)
  await page.addInitScript(
    ([chosenTheme, chosenLanguage]) => {
      if (sessionStorage.getItem('looked')) return
      sessionStorage.setItem('looked', chosenLanguage)
      localStorage.setItem('theme', chosenTheme)
      localStorage.setItem('language', chosenLanguage)
    },
    [theme, language] as const,
  )
}

/** Signs in without the way through the form, which has tests of its own; the test opens the page it wants. */
export async function signIn(page: Page, userName: string, secret = password): Promise<void> {
  const data = { userName, password: secret }
  const answer = await page.context().request.post(at('/session'), { data })
  if (!answer.ok()) throw new Error(`${userName} cannot sign in: ${answer.status()} ${await answer.text()}`)
  await page.addInitScript(() => {
    if (sessionStorage.getItem('entered')) return
    sessionStorage.setItem('entered', 'yes')
    localStorage.setItem('signedIn', 'yes')
  })
  // The account's language wins over the browser's: the person is given the one that `look` asked for.
  const asked = looks.get(page)
  const { user } = (await answer.json()) as { user: { language: string } }
  if (asked && asked !== user.language) await api(page, 'PATCH', '/me', { language: asked })
}

/** Signs in and opens a page. */
export async function enter(page: Page, person: { userName: string; password?: string }, path: string): Promise<void> {
  await signIn(page, person.userName, person.password)
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** A second person at a desk of their own. */
export async function another(browser: Browser, userName: string, complaints: string[] = []): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  listen(page, complaints)
  await look(page, {})
  await signIn(page, userName)
  return page
}

/** Goes where a link of the page would, without loading the program anew; within one page it is loaded, as nothing tells when it has changed. */
export async function visit(page: Page, path: string): Promise<void> {
  const [to, from] = [path, page.url()].map((url) => new URL(url, 'http://any').pathname)
  if (to === from || page.url() === 'about:blank') await page.goto(path)
  else {
    await page.evaluate((there) => {
      for (const heading of document.querySelectorAll('h1')) heading.setAttribute('data-left', '')
      history.pushState({}, '', there)
    }, path)
    await expect(page.locator('h1:not([data-left])')).toBeVisible()
  }
  await settled(page)
}

/** The page has its title and waits for nothing any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[aria-busy=true], [data-skeleton]')).toHaveCount(0)
}

/** A tab beside the conversation, whatever it counts. */
export function sideTab(page: Page, name: string): Locator {
  return page.getByRole('complementary').getByRole('button', { name: new RegExp(`^${name}( \\d+)?$`) })
}

/** Calls the API as the person of the page. */
export async function api<T>(page: Page, method: string, path: string, body?: unknown): Promise<T> {
  const { request } = page.context()
  const session = (await (await request.get(at('/session'))).json()) as { antiforgeryToken: string }
  const headers = { 'X-XSRF-TOKEN': session.antiforgeryToken }
  const answer = await request.fetch(at(path), { method, headers, data: body })
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
  return (answer.status() === 204 ? undefined : await answer.json()) as T
}
