const most = 12

/** The rows a chart has room for: the largest, in the order they stand in. */
export function mostRows<Row>(rows: readonly Row[], size: (row: Row) => number): Row[] {
  if (rows.length <= most) return [...rows]
  const least = rows.map(size).sort((a, b) => b - a)[most - 1]!
  return rows.filter((row) => size(row) >= least).slice(0, most)
}
