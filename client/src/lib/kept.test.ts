import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { forgetKept, useKept } from './kept'

it('takes every draft away and leaves what the browser knows of its owner', () => {
  localStorage.setItem('draft-report', 'typed before signing out')
  localStorage.setItem('theme', 'dark')

  forgetKept()

  expect(localStorage.getItem('draft-report')).toBeNull()
  expect(localStorage.getItem('theme')).toBe('dark')
})

it('brings back what was typed when the page is read again, until it is sent', () => {
  const first = renderHook(() => useKept('new-title-tom'))
  act(() => first.result.current[1]('The scanner hums'))
  first.unmount()

  const again = renderHook(() => useKept('new-title-tom'))
  expect(again.result.current[0]).toBe('The scanner hums')
  act(() => again.result.current[2]())
  again.unmount()

  expect(renderHook(() => useKept('new-title-tom')).result.current[0]).toBe('')
})
