import { createStore } from '~/lib/store'

/** The token that writes must bring; it comes with the session. */
let antiforgeryToken: string | undefined
let waiting: { promise: Promise<void>; open: () => void } | undefined

/** True while a dialog asks the person to sign in again; requests that were refused wait for it. */
export const sessionExpired = createStore(false)

export const gate = {
  token: () => antiforgeryToken,

  opened(token: string): void {
    antiforgeryToken = token
    sessionExpired.set(false)
    waiting?.open()
    waiting = undefined
  },

  closed(): void {
    antiforgeryToken = undefined
  },

  /** Asks to sign in again and resolves when that happened, so that the refused request can be sent once more. */
  askAgain(): Promise<void> {
    if (!waiting) {
      let open = () => {}
      const promise = new Promise<void>((resolve) => {
        open = resolve
      })
      waiting = { promise, open }
      sessionExpired.set(true)
    }
    return waiting.promise
  },
}
