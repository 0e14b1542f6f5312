const places = { start: 0, center: 0.5, end: 1 } as const

/** What scrolls around an element, the nearest that has something to scroll. */
function scrollerOf(element: Element): Element | null {
  for (let parent = element.parentElement; parent; parent = parent.parentElement)
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY) && parent.scrollHeight > parent.clientHeight)
      return parent
  return null
}

/** Brings an element into view by its own scroller alone: the browser's way moves whatever is around that as well, the frame too. */
export function scrollWithin(element: Element | null | undefined, place: keyof typeof places): void {
  const scroller = element && scrollerOf(element)
  if (!element || !scroller) return
  const box = element.getBoundingClientRect()
  const free = Math.max(0, scroller.clientHeight - box.height)
  scroller.scrollTop += box.top - scroller.getBoundingClientRect().top - free * places[place]
}
