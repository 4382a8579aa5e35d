/**
 * Holm's adjustment of p values for asking several questions at once, in the order given: the chance that any of the
 * questions is answered wrongly stays below alpha when each adjusted p is held against it. S. Holm, "A simple sequentially
 * rejective multiple test procedure", Scandinavian Journal of Statistics 6, 1979.
 */
export function holm(p: readonly number[]): readonly number[] {
  const order = p.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value)
  const adjusted = [...p]
  let highest = 0
  for (const [rank, { value, index }] of order.entries()) {
    highest = Math.max(highest, Math.min(1, value * (p.length - rank)))
    adjusted[index] = highest
  }
  return adjusted
}
