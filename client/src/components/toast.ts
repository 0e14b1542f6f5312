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

function show(toast: Omit<Toast, 'id'>, time: number): number {
  const id = next++
  toasts.set([...toasts.get().slice(-3), { ...toast, id }])
  setTimeout(() => dismissToast(id), time)
  return id
}

// What can be taken back, oldest first, since the last thing that cannot.
let undoable: number[] = []

/** Says in passing that something was done, with a way to take it back for ten seconds. */
export function toast(message: string, undo?: () => void): void {
  const id = show({ message, undo }, undo ? 10_000 : 5_000)
  undoable = undo ? [...undoable, id] : []
}

/** Says in passing what changed nothing. */
export function notice(message: string): void {
  show({ message }, 5_000)
}

async function showError(failure: unknown): Promise<void> {
  // Without the words for its code the status says enough.
  await needTexts('problems').catch(() => {})
  show({ message: errorText(failure), failed: true }, 9_000)
}

export function toastError(error: unknown): void {
  void showError(error)
}

/** Takes back the last thing that was done, if that can be; never something older behind it. */
export function undoLast(): void {
  const id = undoable.at(-1)
  const last = toasts.get().find((toast) => toast.id === id)
  undoable = last ? undoable.slice(0, -1) : []
  if (!last) return
  dismissToast(last.id)
  last.undo?.()
}
