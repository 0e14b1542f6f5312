import { cleanup, renderHook } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { speak, startI18n } from '~/i18n'
import { needTexts } from '~/i18n/need'
import { useBuiltInNames } from './built-in-names'

beforeAll(async () => {
  await startI18n('fr')
  await needTexts('rules')
})
afterEach(cleanup)
afterAll(() => speak('en'))

it('names what a new installation begins with in the language of the reader', () => {
  const { result } = renderHook(() => useBuiltInNames())
  const names = ['Business hours', 'Germany', 'United Kingdom (Scotland)', 'France']
  expect(names.map(result.current)).toEqual(['Heures ouvrées', 'Allemagne', 'Royaume-Uni (Écosse)', 'France'])
})

it('leaves a name as somebody wrote it', () => {
  const { result } = renderHook(() => useBuiltInNames())
  expect(result.current('Atelier: 6 h à 22 h')).toBe('Atelier: 6 h à 22 h')
})
