import { useEffect, type RefObject } from 'react'

/** Calls when something is pressed outside of the element, as long as it is open. */
export function useOutside(root: RefObject<HTMLElement | null>, open: boolean, onOutside: () => void): void {
  useEffect(() => {
    if (!open) return
    const pressed = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) onOutside()
    }
    document.addEventListener('pointerdown', pressed)
    return () => document.removeEventListener('pointerdown', pressed)
  }, [root, open, onOutside])
}
