import { useLayoutEffect, type RefObject } from 'react'
import { liftOver } from './uncovered'

/** What one presses next; whatever else has to stay in sight says so itself. */
const bars = '[role="toolbar"], [data-uncovered]'
const topBar = 48

/** Keeps a box at the window's lower edge off the bars there, while it shows something: they come and go. */
export function useUncovered(box: RefObject<HTMLElement | null>, shown: number): void {
  useLayoutEffect(() => {
    const element = box.current
    if (!element || shown === 0) return
    const place = () => {
      element.style.removeProperty('--lift')
      const lift = liftOver(
        [...document.querySelectorAll(bars)].map((bar) => bar.getBoundingClientRect()),
        element.getBoundingClientRect(),
        innerHeight,
        topBar,
      )
      element.style.setProperty('--lift', `${lift}px`)
    }
    let asked = 0
    const later = () => {
      cancelAnimationFrame(asked)
      asked = requestAnimationFrame(place)
    }
    place()
    const changes = new MutationObserver(later)
    changes.observe(document.body, { childList: true, subtree: true })
    addEventListener('resize', later)
    addEventListener('scroll', later, { capture: true, passive: true })
    return () => {
      cancelAnimationFrame(asked)
      changes.disconnect()
      removeEventListener('resize', later)
      removeEventListener('scroll', later, { capture: true })
    }
  }, [box, shown])
}
