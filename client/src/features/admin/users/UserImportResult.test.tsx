import { cleanup, render, screen } from '@testing-library/react'
import i18next from 'i18next'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import { UserImportResult } from './UserImportResult'

beforeAll(async () => {
  await startI18n('en')
  await needTexts('admin')
})
afterEach(async () => {
  cleanup()
  await i18next.changeLanguage('en')
})

const outcome = {
  dryRun: false,
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: 1,
  rows: [
    {
      row: 3,
      userName: 'hugo',
      outcome: 'rejected' as const,
      reason: "There is no active site 'Nowhere'.",
      code: 'noSite',
      value: 'Nowhere',
    },
  ],
}

it('says why a row was refused', () => {
  render(<UserImportResult outcome={outcome} />)
  expect(screen.getByRole('cell', { name: 'refused — There is no active site “Nowhere”.' })).toBeVisible()
})

it('says it in French to readers of French', async () => {
  await i18next.changeLanguage('fr')
  render(<UserImportResult outcome={outcome} />)
  expect(screen.getByRole('cell', { name: /Aucun site actif «\u00a0Nowhere\u00a0»/ })).toBeVisible()
})
