import { expect, test as base, type Browser, type Page } from '@playwright/test'

export const password = 'ServiceDesk!demo'

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

export async function look(page: Page, { theme = 'light', language = 'en' }: Look): Promise<void> {
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

export async function signIn(page: Page, userName: string): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('[name=username]').fill(userName)
  await page.locator('[name=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await speakAsLooked(page)
}

/** The account's language wins over the browser's: the person is given the one that `look` asked for. */
async function speakAsLooked(page: Page): Promise<void> {
  const asked = await page.evaluate(() => sessionStorage.getItem('looked'))
  const language = await page.evaluate(
    async () => (await (await fetch('/api/v1/session')).json()).user.language as string,
  )
  if (!asked || asked === language) return
  await api(page, 'PATCH', '/me', { language: asked })
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', asked)
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
  if (to === from) await page.goto(path)
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

/** Calls the API as the person of the page. */
export async function api<T>(page: Page, method: string, path: string, body?: unknown): Promise<T> {
  return page.evaluate(
    async ([verb, url, data]) => {
      const session = await (await fetch('/api/v1/session')).json()
      const response = await fetch(`/api/v1${url}`, {
        method: verb,
        headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': session.antiforgeryToken },
        body: data === undefined ? undefined : JSON.stringify(data),
      })
      if (!response.ok) throw new Error(`${verb} ${url}: ${response.status} ${await response.text()}`)
      return response.status === 204 ? undefined : response.json()
    },
    [method, path, body] as const,
  ) as Promise<T>
}
