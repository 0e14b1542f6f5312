/** How much more or less than before, with its sign; nothing where there is nothing to compare with. */
export function compared(
  now: number,
  before: number | undefined,
  percent: (share: number) => string,
): string | undefined {
  if (before === undefined || before === 0) return undefined
  const share = (now - before) / before
  const sign = share > 0 ? '+' : share < 0 ? '−' : '±'
  return sign + percent(Math.abs(share))
}
