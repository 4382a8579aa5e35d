/**
 * The value below which a share `p` (0 to 1) of sorted values lies, by straight lines between them: type 7 of R. Hyndman,
 * Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996. NaN of nothing.
 */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  const place = (sorted.length - 1) * p
  const below = Math.floor(place)
  const lower = sorted[below] ?? Number.NaN
  const upper = sorted[Math.ceil(place)] ?? Number.NaN
  return lower === upper ? lower : lower + (place - below) * (upper - lower)
}

/** The same of values in any order. */
export function quantile(values: readonly number[], p: number): number {
  return quantileOfSorted(Float64Array.from(values).sort(), p)
}
