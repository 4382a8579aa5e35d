import type { Interval } from './interval.ts'
import { mean, variance } from './moments.ts'

/** What has been seen of differences up to a look. */
export interface SequentialMean extends Interval {
  /**
   * ln of the evidence against a mean of 0: under 0 the evidence exceeds 1/alpha at *any* look with probability alpha at
   * most, however often one looks and whatever one stops for.
   */
  readonly logEvidence: number
}

/**
 * Evidence that the mean of differences (canary less baseline, one a look, in the order of the looks) is not 0, and a
 * confidence interval that holds at all looks at once. A mixture of likelihood ratios of Student's t over the standardised
 * mean ~ N(0, `expected`²), so neither the spread need be known nor does the unit matter, and it is exact for normal
 * differences of any spread that are independent of each other; minutes that hang together have to be whitened or pooled
 * before. `expected` is the difference in standard deviations that one would like to see soonest, above 0; no choice makes
 * it unsound. T. Lai, "On confidence sequences", Annals of Statistics 4, 1976; H. Wang, A. Ramdas, "Anytime-valid t-tests and
 * confidence sequences for Gaussian means with unknown variance", 2023, section 4.
 *
 * Chosen over a mixture SPRT with a plugged-in variance, which is unsound at the first looks, and over betting, which
 * needs a bound that latencies do not have.
 */
export function sequentialMean(
  differences: readonly number[],
  { alpha, expected }: { readonly alpha: number; readonly expected: number },
): SequentialMean {
  const n = differences.length
  if (n < 2)
    return { logEvidence: 0, lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY }
  const [middle, spread] = [mean(differences), variance(differences) * (n - 1)]
  const prior = expected ** -2
  const logFactor = Math.log1p(n / prior) / 2
  // All differences equal and not 0: no spread explains them.
  const t2 = spread === 0 && middle === 0 ? 0 : (middle / Math.sqrt(spread)) ** 2 * n
  const gain = Math.log1p(t2) - Math.log1p((t2 * prior) / (n + prior))
  const reach = Math.sqrt(spread * reachOf(n, prior, (2 / n) * (logFactor - Math.log(alpha))))
  return {
    logEvidence:
      (n / 2) * (t2 === Number.POSITIVE_INFINITY ? Math.log1p(n / prior) : gain) - logFactor,
    lower: middle - reach,
    upper: middle + reach,
  }
}

/** Squared half width in units of the sum of squares: where the evidence against a mean reaches exactly 1/alpha. */
function reachOf(n: number, prior: number, logLimit: number): number {
  const share = -Math.expm1(-logLimit)
  const room = n - share * (n + prior)
  return room > 0 ? (share * (n + prior)) / (n * room) : Number.POSITIVE_INFINITY
}
