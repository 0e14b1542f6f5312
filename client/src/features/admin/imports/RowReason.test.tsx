import { cleanup, render, screen } from '@testing-library/react'
import i18next from 'i18next'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import { RowReason } from './RowReason'

describe('why a row was not taken', () => {
  beforeAll(async () => {
    await startI18n('fr')
    await needTexts('admin')
  })
  afterEach(cleanup)

  it('is said in the language of the reader', () => {
    expect(i18next.language).toBe('fr')
    const values = { line: '12', fields: '2', wanted: '36' }
    render(<RowReason row={{ row: 11, reason: 'Line 12: has 2 fields.', code: 'width', values }} />)
    expect(screen.getByText(/^Ligne 12.: elle a 2 champs au lieu de 36\.$/)).toBeVisible()
  })

  it('is the sentence of the server where there is no code, and marked as English', () => {
    render(<RowReason row={{ row: 4, reason: 'Line 5: has no number.', code: null, values: null }} />)
    expect(screen.getByText('Line 5: has no number.')).toHaveAttribute('lang', 'en')
  })
})
