interface Box {
  top: number
  bottom: number
  left: number
  right: number
}

const gap = 8

/**
 * How far above the window's lower edge a box has to stand to cover none of the others. Where it finds no such place it stays
 * where it rests: it must be seen, and it goes by itself.
 */
export function liftOver(others: readonly Box[], box: Box, windowHeight: number, least: number): number {
  const rest = windowHeight - box.bottom
  const height = box.bottom - box.top
  const beside = others.filter((other) => other.left < box.right && other.right > box.left && other.bottom > other.top)
  let lift = rest
  // The lowest first: above one of them the next may begin.
  for (const other of beside.toSorted((a, b) => b.bottom - a.bottom)) {
    const [top, bottom] = [windowHeight - lift - height, windowHeight - lift]
    if (other.top < bottom && other.bottom > top) lift = windowHeight - other.top + gap
  }
  return windowHeight - lift - height < least ? rest : lift
}
