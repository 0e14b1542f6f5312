import { createStore } from '~/lib/store'

/** Browsers show notices of pages that came by HTTPS only. */
export const noticesPossible = () => 'Notification' in globalThis && isSecureContext

function wanted(): boolean {
  try {
    return noticesPossible() && Notification.permission === 'granted' && localStorage.getItem('notices') === 'on'
  } catch {
    return false
  }
}

/** Whether this browser tells its person outside the page as well; kept in this browser. */
export const browserNotices = createStore(wanted())
browserNotices.subscribe(() => {
  try {
    localStorage.setItem('notices', browserNotices.get() ? 'on' : 'off')
  } catch {
    // It lasts until the page is closed then.
  }
})
