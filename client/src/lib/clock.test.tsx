import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { useNow } from './clock'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

it('does not stand still for whoever comes after the last one left', () => {
  vi.useFakeTimers()
  vi.setSystemTime('2026-11-20T10:00:00Z')
  const first = renderHook(() => useNow())
  first.unmount()
  vi.setSystemTime('2026-11-20T10:05:00Z')
  const { result } = renderHook(() => useNow())
  expect(new Date(result.current).toISOString()).toBe('2026-11-20T10:05:00.000Z')
})
