import type { After } from './use-send'

const kept = 'sendThen'

/** What a person does after sending, as they did last; a ticket is never resolved by habit. */
export const usualAfter = {
  get(): After {
    try {
      const known = localStorage.getItem(kept)
      return known === 'next' || known === 'wait' ? known : 'stay'
    } catch {
      return 'stay'
    }
  },
  set(after: After): void {
    if (after === 'resolve') return
    try {
      localStorage.setItem(kept, after)
    } catch {
      // It starts anew each time then.
    }
  },
}
