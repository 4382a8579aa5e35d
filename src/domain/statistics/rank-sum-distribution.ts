/**
 * In how many of all splits into n and m values the statistic U of Mann and Whitney is at most u, as a share, for samples
 * without ties: index u from 0 to ⌊nm/2⌋; the distribution is symmetric about nm/2. The counts are the coefficients of
 * the Gaussian binomial (1 − q^(m+1)) … (1 − q^(m+n)) / ((1 − q) … (1 − qⁿ)) (H. Mann, D. Whitney, "On a test of whether
 * one of two random variables is stochastically larger than the other", Annals of Mathematical Statistics 18, 1947).
 */
export function rankSumDistribution(n: number, m: number): Float64Array {
  const counts = new Float64Array(Math.floor((n * m) / 2) + 1)
  counts[0] = 1
  let splits = 1
  for (let i = 1; i <= Math.min(n, m); i++) {
    const factor = Math.max(n, m) + i
    times(counts, factor)
    dividedBy(counts, i)
    splits *= factor / i
  }
  let below = 0
  return counts.map((count) => {
    below += count
    return below / splits
  })
}

/** Times 1 − q^by. */
function times(coefficients: Float64Array, by: number): void {
  for (let u = coefficients.length - 1; u >= by; u--)
    coefficients[u] = (coefficients[u] ?? 0) - (coefficients[u - by] ?? 0)
}

/** Divided by 1 − q^by. */
function dividedBy(coefficients: Float64Array, by: number): void {
  for (let u = by; u < coefficients.length; u++)
    coefficients[u] = (coefficients[u] ?? 0) + (coefficients[u - by] ?? 0)
}
