import '@testing-library/jest-dom/vitest'

// What jsdom lacks and the kit asks for.
globalThis.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addEventListener() {},
  removeEventListener() {},
  addListener() {},
  removeListener() {},
  dispatchEvent: () => false,
})) as typeof matchMedia
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
// As newer browsers do it: an effect that hands the promise on would break the page.
Object.assign(Element.prototype, { scrollIntoView: () => Promise.resolve() })
// Fields that grow with their text ask it again when a font has come.
if (!('fonts' in document)) Object.defineProperty(document, 'fonts', { value: new EventTarget() })
