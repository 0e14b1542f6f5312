import { expect, it } from 'vitest'
import { forgetKept } from './kept'

it('takes every draft away and leaves what the browser knows of its owner', () => {
  localStorage.setItem('draft-report', 'typed before signing out')
  localStorage.setItem('theme', 'dark')

  forgetKept()

  expect(localStorage.getItem('draft-report')).toBeNull()
  expect(localStorage.getItem('theme')).toBe('dark')
})
