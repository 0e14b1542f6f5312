import { useEffect, useRef, type RefObject } from 'react'

/** When what held the focus inside is taken away, the focus goes to `home`, which stays; not back to the start of the page. */
export function useKeptFocus<T extends HTMLElement>(inside: RefObject<HTMLElement | null>): RefObject<T | null> {
  const home = useRef<T>(null)
  useEffect(() => {
    const root = inside.current!
    let last: EventTarget | null = null
    const note = (event: FocusEvent) => {
      last = event.target
    }
    root.addEventListener('focusin', note)
    const watch = new MutationObserver(() => {
      const lost = last instanceof Element && !last.isConnected && document.activeElement === document.body
      if (lost) home.current?.focus({ preventScroll: true })
      if (lost) last = null
    })
    watch.observe(root, { childList: true, subtree: true })
    return () => {
      root.removeEventListener('focusin', note)
      watch.disconnect()
    }
  }, [inside])
  return home
}
