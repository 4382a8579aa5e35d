/** One cumulative bucket: how many observations were at most `bound` (the last one is infinite). */
export interface Bucket {
  readonly bound: number
  readonly count: number
}

/**
 * The quantile of a histogram by linear interpolation inside a bucket, as PromQL's `histogram_quantile` has it, with one
 * difference: an observation above the largest finite bound has no known size, so the answer is then that bound *and*
 * `atLeast` is true, where PromQL silently answers the bound. NaN without observations or without the infinite bucket.
 */
export function bucketQuantile(
  quantile: number,
  buckets: readonly Bucket[],
): { readonly value: number; readonly atLeast: boolean } {
  const sorted = monotone(buckets.toSorted((a, b) => a.bound - b.bound))
  const total = sorted.at(-1)
  if (total === undefined || total.bound !== Number.POSITIVE_INFINITY || !(total.count > 0))
    return { value: Number.NaN, atLeast: false }
  const rank = quantile * total.count
  const at = sorted.findIndex((bucket) => bucket.count >= rank)
  const { bound, count } = sorted[at] ?? total
  const below = sorted[at - 1] ?? { bound: 0, count: 0 }
  if (bound === Number.POSITIVE_INFINITY) return { value: below.bound, atLeast: true }
  // A first bucket at or below zero has no lower edge to interpolate from.
  if (bound <= 0) return { value: bound, atLeast: false }
  const share = count === below.count ? 1 : (rank - below.count) / (count - below.count)
  return { value: below.bound + (bound - below.bound) * share, atLeast: false }
}

/** Scrapes and extrapolation make a cumulative count dip by rounding; it never does in truth. */
function monotone(buckets: readonly Bucket[]): readonly Bucket[] {
  let highest = 0
  return buckets.map(({ bound, count }) => {
    highest = Math.max(highest, count)
    return { bound, count: highest }
  })
}

/** The nearest-rank quantile: the smallest value with at least that share at or below it. NaN of nothing. */
export function nearestRank(quantile: number, values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(quantile * sorted.length) - 1)] ?? Number.NaN
}
