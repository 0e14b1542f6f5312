/** Where the focus was: the element, and what is around it with the place each has in its parent. */
interface Trail {
  element: HTMLElement
  around: readonly { parent: Element; index: number }[]
  /** In something that lies over the page and goes away as a whole. */
  over: boolean
}

const remembered = 8
/** So long a control may be busy before the focus goes on without it. */
const patience = 1_000
const stops = 'a[href], button, input, select, textarea, summary, [tabindex]'
const written = 'input:not([type=checkbox], [type=radio], [type=button]), textarea'

const isShown = (element: Element) => element.isConnected && (element.checkVisibility?.() ?? true)
const takesFocus = (element: Element) => element.matches(':not(:disabled)') && isShown(element)

const wordsOf = (element: Element) => [
  element.getAttribute('aria-label'),
  element.getAttribute('name'),
  element.matches('button, a') ? element.textContent : null,
]
/** Called alike, and called something at all. */
const saysSame = (one: Element, other: Element) =>
  wordsOf(one).some(Boolean) && JSON.stringify(wordsOf(one)) === JSON.stringify(wordsOf(other))

function trailOf(element: HTMLElement): Trail {
  const around: { parent: Element; index: number }[] = []
  for (let child: Element = element; child.parentElement && child !== document.body; child = child.parentElement)
    around.push({ parent: child.parentElement, index: [...child.parentElement.children].indexOf(child) })
  return { element, around, over: element.closest('dialog, [role=menu]') !== null }
}

/** What comes next where something was, or else what came before it; within the page's own part. */
function near({ element, around }: Trail): HTMLElement | undefined {
  // Nobody who pressed a button wants to write: on a phone that would bring up its keyboard.
  const fits = (each: HTMLElement) => takesFocus(each) && (element.matches(written) || !each.matches(written))
  const inside = (each: Element) =>
    [each, ...each.querySelectorAll(stops)].filter((one) => one.matches(stops)) as HTMLElement[]
  for (const { parent, index } of around) {
    if (parent.matches('main, body, #root')) return undefined
    if (!isShown(parent)) continue
    // A form that is built anew after it was saved has the same button again.
    const same = [...parent.querySelectorAll<HTMLElement>(element.tagName)].filter((each) => saysSame(each, element))
    if (same.length === 1 && takesFocus(same[0]!)) return same[0]
    const children = [...parent.children]
    const after = children.slice(index).flatMap(inside).find(fits)
    const found = after ?? children.slice(0, index).flatMap(inside).findLast(fits)
    if (found) return found
  }
  return undefined
}

/**
 * Nobody who works by keys is left without a place: when the control they used is busy for a moment the focus comes back to it, and
 * when it went away with what was done, it goes to what stands next. Whoever lets go of the focus themselves has it so.
 */
export function keepFocus(): () => void {
  let trails: Trail[] = []
  let waiting: { element: HTMLElement; over: ReturnType<typeof setTimeout> } | undefined
  let frame = 0

  const none = () => document.activeElement === null || document.activeElement === document.body
  const giveUp = () => {
    clearTimeout(waiting?.over)
    waiting = undefined
  }
  const goOn = () => {
    giveUp()
    const [last, ...before] = trails.toReversed()
    if (!last) return
    // What opened a dialog is where one was; the dialog itself has no neighbours.
    const order = last.over ? [...before.filter((trail) => !trail.over), last] : [last]
    for (const trail of order) {
      const to = takesFocus(trail.element) ? trail.element : near(trail)
      if (to) return to.focus()
    }
    document.querySelector<HTMLElement>('main h1')?.focus()
  }
  const look = () => {
    frame = 0
    const last = trails.at(-1)
    if (!last || !none()) return giveUp()
    const { element } = last
    if (!isShown(element)) return goOn()
    if (element.matches(':disabled')) {
      if (waiting?.element === element) return undefined
      giveUp()
      waiting = { element, over: setTimeout(() => none() && goOn(), patience) }
    } else if (waiting?.element === element) {
      giveUp()
      element.focus()
    } else trails = []
    return undefined
  }
  // The page itself goes first: a dialog gives the focus back, a new page takes it.
  const later = () => {
    if (trails.length > 0 && none()) frame ||= requestAnimationFrame(look)
  }
  const came = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target === document.body) return
    giveUp()
    trails = [...trails.filter((trail) => trail.element !== target), trailOf(target)].slice(-remembered)
  }
  const went = ({ relatedTarget }: FocusEvent) => relatedTarget === null && queueMicrotask(later)

  const observer = new MutationObserver(later)
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden', 'open'],
  })
  document.addEventListener('focusin', came)
  document.addEventListener('focusout', went)
  if (document.activeElement instanceof HTMLElement && !none()) trails = [trailOf(document.activeElement)]
  return () => {
    observer.disconnect()
    document.removeEventListener('focusin', came)
    document.removeEventListener('focusout', went)
    cancelAnimationFrame(frame)
    giveUp()
  }
}
