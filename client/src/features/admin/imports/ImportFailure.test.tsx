import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import { ImportFailure } from './ImportFailure'

describe('why an import failed as a whole', () => {
  beforeAll(async () => {
    await startI18n('fr')
    await needTexts('admin')
  })
  afterEach(cleanup)

  it('is said in the language of the reader', () => {
    const failure = 'The heading lacks the columns number.'
    render(<ImportFailure run={{ failure, failureCode: 'columns', failureValues: { columns: 'number' } }} />)
    expect(screen.getByText('l’en-tête ne contient pas les colonnes number')).toBeVisible()
  })

  it('is the sentence of the server where there is no code, and marked as English', () => {
    render(<ImportFailure run={{ failure: 'The file is empty.', failureCode: null, failureValues: null }} />)
    expect(screen.getByText('The file is empty.')).toHaveAttribute('lang', 'en')
  })
})
