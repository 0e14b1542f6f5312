interface Row {
  id: string
}

/** Keeps the order that is on the screen: known rows are renewed in place, gone ones stay marked, new ones are only counted. */
export function arrange<T extends Row>(shown: readonly T[], latest: readonly T[]) {
  const now = new Map(latest.map((row) => [row.id, row]))
  const known = new Set(shown.map((row) => row.id))
  return {
    rows: shown.map((row) => now.get(row.id) ?? row),
    gone: new Set(shown.filter((row) => !now.has(row.id)).map((row) => row.id)) as ReadonlySet<string>,
    fresh: latest.filter((row) => !known.has(row.id)).length,
  }
}
