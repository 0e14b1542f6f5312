interface Count {
  id: string
  count: number
  more: boolean
}

/** The view after this one, in the order they stand, in which something waits. */
export function nextView<V extends { id: string }>(views: readonly V[], counts: readonly Count[], current: string) {
  const at = views.findIndex((view) => view.id === current)
  const waiting = new Map(counts.filter(({ count, more }) => count > 0 || more).map((each) => [each.id, each]))
  const view = [...views.slice(at + 1), ...views.slice(0, Math.max(0, at))].find(({ id }) => waiting.has(id))
  return view && { view, ...waiting.get(view.id)! }
}
