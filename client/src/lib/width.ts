import { useLayoutEffect, useState, type RefObject } from 'react'

/** How wide an element is, followed as it changes. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(1024)
  useLayoutEffect(() => {
    const node = element.current
    if (!node) return
    // It reports once at the beginning, before anything is painted.
    const observer = new ResizeObserver(() => setWidth(node.clientWidth))
    observer.observe(node)
    return () => observer.disconnect()
  }, [element])
  return width
}
