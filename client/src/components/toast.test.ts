import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { dismissToast, notice, toast, toasts, undoLast } from './toast'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  for (const { id } of toasts.get()) dismissToast(id)
  undoLast()
  vi.useRealTimers()
})

it('takes back the last thing, then the one before it', () => {
  const [first, second] = [vi.fn(), vi.fn()]
  toast('Assigned.', first)
  toast('On hold.', second)
  undoLast()
  expect([first, second].map((each) => each.mock.calls.length)).toEqual([0, 1])
  undoLast()
  expect(first).toHaveBeenCalledOnce()
  undoLast()
  expect(first).toHaveBeenCalledOnce()
})

it('takes nothing back behind something that cannot be, not even once that is no more shown', () => {
  const undo = vi.fn()
  toast('Assigned.', undo)
  toast('Sent.')
  undoLast()
  vi.advanceTimersByTime(6_000)
  expect(toasts.get().map(({ message }) => message)).toEqual(['Assigned.'])
  undoLast()
  expect(undo).not.toHaveBeenCalled()
})

it('what changed nothing does not stand in the way', () => {
  const undo = vi.fn()
  toast('Assigned.', undo)
  notice('INC-1 is copied.')
  undoLast()
  expect(undo).toHaveBeenCalledOnce()
})

it('what is older than something that was put away stays as it is', () => {
  const undo = vi.fn()
  toast('Assigned.', undo)
  toast('On hold.', vi.fn())
  dismissToast(toasts.get().at(-1)!.id)
  undoLast()
  undoLast()
  expect(undo).not.toHaveBeenCalled()
})
