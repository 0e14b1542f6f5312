import { expect, it } from 'vitest'
import { ApiError } from '~/api/errors'
import { tabs, tabsFor } from './tabs'

it('leaves out what is internal when the tasks are refused', () => {
  const shown = tabsFor(new ApiError(403, { code: 'forbidden' }))
  expect(shown).not.toContain('tasks')
  expect(shown).not.toContain('work')
  expect(shown).toContain('links')
})

it('keeps everything while they are not, and when the server is only out of reach', () => {
  expect(tabsFor(null)).toEqual(tabs)
  expect(tabsFor(new ApiError(0, {}))).toEqual(tabs)
})
