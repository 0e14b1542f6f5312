import { afterEach, expect, it, vi } from 'vitest'
import { scrollWithin } from './scroll-within'

afterEach(() => {
  document.body.innerHTML = ''
})

/** The page of the tests draws nothing: what stands where is told. */
function place(id: string, top: number, height: number, scrolled?: number): HTMLElement {
  const element = document.getElementById(id)!
  vi.spyOn(element, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, top, 100, height))
  Object.defineProperties(element, {
    clientHeight: { value: height },
    scrollHeight: { value: scrolled ?? height },
  })
  return element
}

it.each([
  ['start', 500],
  ['center', 310],
  ['end', 120],
] as const)('brings a line to the %s of its own scroller, and moves nothing around it', (where, to) => {
  document.body.innerHTML = `
    <div id="frame" style="overflow-y: auto"><div id="list" style="overflow-y: auto">
      <div id="short" style="overflow-y: auto"><p id="line"></p></div></div></div>`
  const frame = place('frame', 0, 600, 900)
  const list = place('list', 100, 400, 2000)
  place('short', 600, 20)
  const line = place('line', 600, 20)
  scrollWithin(line, where)
  expect(list.scrollTop).toBe(to)
  expect(frame.scrollTop).toBe(0)
})

it('does nothing where nothing scrolls', () => {
  document.body.innerHTML = '<p id="line"></p>'
  scrollWithin(document.getElementById('line'), 'start')
  scrollWithin(null, 'start')
  expect(document.documentElement.scrollTop).toBe(0)
})
