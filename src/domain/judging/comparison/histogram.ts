/** Widths of the buckets in ln(latency); the first and the last, which have one end, are as wide as their neighbours. */
export function widthsOf(bounds: readonly number[]): readonly number[] {
  const inner = bounds.slice(1).map((bound, i) => Math.log(bound / (bounds[i] as number)))
  const [first = Math.LN2] = inner
  return [first, ...inner, inner.at(-1) ?? first]
}

/** Mean of ln(latency), each request in the middle of its bucket; NaN of nothing. */
export function meanLog(bounds: readonly number[], counts: readonly number[]): number {
  const widths = widthsOf(bounds)
  let [sum, total] = [0, 0]
  for (const [i, n] of counts.entries()) {
    const upper = Math.log(bounds[Math.min(i, bounds.length - 1)] as number)
    const half = (widths[i] as number) / 2
    sum += n * (i < bounds.length ? upper - half : upper + half)
    total += n
  }
  return sum / total
}

/** How many there are. */
export function totalOf(counts: readonly number[]): number {
  return counts.reduce((sum, n) => sum + n, 0)
}
