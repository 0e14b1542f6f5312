import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { api, look, sideTab, signIn, test } from './desk'

type Texts = { [key: string]: string | Texts }

const texts = (language: string, area: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../src/i18n/locales/${language}/${area}.json`), 'utf8')) as Texts

function flat(some: Texts, prefix = ''): [string, string][] {
  return Object.entries(some).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  )
}

const areas = ['common', 'desk', 'search']
// A French sentence may be spelt like an English one of another place.
const french = new Set(areas.flatMap((area) => flat(texts('fr', area)).map(([, text]) => text)))
const onlyEnglish = areas
  .flatMap((area) => flat(texts('en', area)).map(([, text]) => text))
  .filter((text) => !french.has(text) && /\p{L}{3}/u.test(text.replaceAll(/{{.*?}}/g, '')))
const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Every sentence of the English pages that reads otherwise in French; those with values in them as patterns. */
const english = new Set(onlyEnglish.filter((text) => !text.includes('{{')))
const patterns = onlyEnglish
  .filter((text) => text.includes('{{'))
  .map(
    (text) =>
      new RegExp(
        `^${text
          .split(/{{.*?}}/)
          .map(escape)
          .join('.+')}$`,
      ),
  )

/** What stands on the page and what is read out: texts and names. */
const readAll = (page: Page) =>
  page.evaluate(() => {
    const found = new Set<string>()
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      const parent = walk.currentNode.parentElement
      // What people wrote, and what the API calls things, is in their language.
      if (!parent || parent.closest('script, style, code, [data-column=title], article h1')) continue
      const text = walk.currentNode.textContent?.replaceAll(/\s+/g, ' ').trim()
      if (text) found.add(text)
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(name)?.trim()
        if (text) found.add(text)
      }
    return [...found]
  })

async function expectFrench(page: Page, place: string): Promise<void> {
  const read = await readAll(page)
  const left = read.filter((text) => english.has(text) || patterns.some((pattern) => pattern.test(text)))
  expect(left, `English on ${place}`).toEqual([])
  const keys = read.filter((text) => /^(desk|search|common):[\w.]+$/.test(text))
  expect(keys, `bare keys on ${place}`).toEqual([])
}

test('the desk speaks French, down to its dialogs and keys', async ({ page }) => {
  await look(page, { language: 'fr' })
  await signIn(page, 'sue')
  const ticket = await api<{ id: string; reference: string }>(page, 'POST', '/incidents', {
    title: 'La porte du garage grince',
    description: 'Depuis lundi.',
    impact: 'low',
    urgency: 'medium',
    channel: 'phone',
  })
  await api(page, 'POST', `/incidents/${ticket.reference}/comments`, { body: 'Vu.', visibility: 'internal' })
  await page.goto(`/desk/queues/all?q=${encodeURIComponent(`number:${ticket.reference}`)}`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(page.getByRole('heading', { level: 1, name: 'Tous les tickets' })).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: ticket.reference })
  await expect(row).toBeVisible()
  await expectFrench(page, 'the queue')

  const dialogs: [string, string][] = [
    ['a', 'the dialog to assign'],
    ['w', 'the dialog to hold'],
    ['e', 'the dialog to resolve'],
    ['s', 'the states of a row'],
    ['p', 'the priorities of a row'],
    ['Shift+?', 'the key sheet'],
  ]
  for (const [key, place] of dialogs) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect(page.getByRole('dialog').getByRole('button').first()).toBeVisible()
    await expectFrench(page, place)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  for (const name of ['Comment chercher', 'Colonnes et groupes']) {
    await page.getByRole('button', { name }).click()
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await expectFrench(page, name)
    await page.keyboard.press('Escape')
  }
  await page.keyboard.press('Control+a')
  await expect(page.getByRole('toolbar')).toBeVisible()
  await expectFrench(page, 'the bar of ticked rows')
  await page.keyboard.press('Escape')
  await page.getByRole('grid').focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('complementary').getByRole('textbox')).toBeVisible()
  await expectFrench(page, 'the preview')

  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'La porte du garage grince' })).toBeVisible()
  for (const tab of ['Fiche', 'Personne', 'Tâches', 'Liens', 'Temps', 'Délais', 'Similaires']) {
    await sideTab(page, tab).click()
    await expect(page.locator('[data-skeleton]')).toHaveCount(0)
    await expectFrench(page, `the ticket, ${tab}`)
  }
  await page.getByRole('button', { name: 'Plus', exact: true }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await expectFrench(page, 'the menu of the ticket')
  for (const entry of ['Fusionner…', 'Déclarer un incident majeur…']) {
    await page.getByRole('menuitem', { name: entry }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectFrench(page, entry)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Plus', exact: true }).click()
  }
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await expectFrench(page, 'the palette')
  await page.keyboard.press('Escape')
  await page.keyboard.press('c')
  await expect(page.getByRole('heading', { level: 1, name: 'Nouveau ticket' })).toBeVisible()
  await expectFrench(page, 'the new ticket')
})

test('what of a search was not understood is said in French', async ({ page }) => {
  await look(page, { language: 'fr' })
  await signIn(page, 'tom')
  await page.goto(`/desk/queues/all?q=${encodeURIComponent('couleur:rouge')}`)
  await expect(page.getByText('Il n’y a pas de champ « couleur »')).toBeVisible()
  await expectFrench(page, 'the queue')
})
