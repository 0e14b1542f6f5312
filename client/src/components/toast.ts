import { needTexts } from '~/i18n/need'
import { createStore } from '~/lib/store'
import { errorText } from './error-text'

export interface Toast {
  id: number
  message: string
  failed?: boolean
  undo?: () => void
}

export const toasts = createStore<readonly Toast[]>([])
let next = 1

export function dismissToast(id: number): void {
  toasts.set(toasts.get().filter((toast) => toast.id !== id))
}

function show(toast: Omit<Toast, 'id'>, time: number): void {
  const id = next++
  toasts.set([...toasts.get().slice(-3), { ...toast, id }])
  setTimeout(() => dismissToast(id), time)
}

/** Says in passing that something was done, with a way to take it back for ten seconds. */
export function toast(message: string, undo?: () => void): void {
  show({ message, undo }, undo ? 10_000 : 5_000)
}

async function showError(failure: unknown): Promise<void> {
  // Without the words for its code the status says enough.
  await needTexts('problems').catch(() => {})
  show({ message: errorText(failure), failed: true }, 9_000)
}

export function toastError(error: unknown): void {
  void showError(error)
}

/** Takes back the last thing that can be. */
export function undoLast(): void {
  const last = toasts.get().findLast((toast) => toast.undo)
  if (!last) return
  dismissToast(last.id)
  last.undo?.()
}
