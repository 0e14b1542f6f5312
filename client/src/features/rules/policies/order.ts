interface Placed {
  id: string
  order: number
}

/**
 * Which policies get which order so that one changes places with its neighbour: one number where there is room between the others,
 * else as few as it takes, ten apart.
 */
export function moveOrders(policies: readonly Placed[], from: number, step: 1 | -1): Placed[] {
  const to = from + step
  const moving = policies[from]
  if (!moving || !policies[to]) return []
  const rest = policies.filter((_, at) => at !== from)
  const [before, after] = [rest[to - 1], rest[to]]
  const low = before?.order ?? after!.order - 20
  const high = after?.order ?? low + 20
  const middle = Math.floor((low + high) / 2)
  if (middle > low && middle < high) return [{ id: moving.id, order: middle }]

  const wanted = [...rest.slice(0, to), moving, ...rest.slice(to)]
  const changed: Placed[] = []
  let last = wanted[0]!.order - 10
  for (const { id, order } of wanted) {
    const next = order > last && id !== moving.id ? order : last + 10
    if (next !== order) changed.push({ id, order: next })
    last = next
  }
  return changed
}
