import type { Interval } from './interval.ts'
import { normalQuantile } from './normal-quantile.ts'
import { ascending } from './pairs.ts'
import { rankSumDistribution } from './rank-sum-distribution.ts'
import { differenceAt } from './select-difference.ts'

/** Up to so many pairs the exact distribution of U is cheap. */
const EXACT_UP_TO = 2500

/** An interval with the confidence that it really has: ranks come in steps, so it is rarely the one asked for. */
export interface RankInterval extends Interval {
  /** At least what was asked for; exact for samples without ties and up to 2,500 pairs, the normal approximation beyond. */
  readonly confidence: number
}

/**
 * Confidence interval of the Hodges–Lehmann shift: from the k-th smallest to the k-th largest difference x − y. With ties
 * it is wider than it need be. Samples too small for the confidence have the interval from −∞ to ∞. D. Bauer,
 * "Constructing confidence sets using rank statistics", JASA 67, 1972; M. Hollander, D. Wolfe, "Nonparametric Statistical
 * Methods", 4.3. `confidence` lies between 0 and 1; NaN bounds where a value is not finite.
 */
export function hodgesLehmannInterval(
  x: readonly number[],
  y: readonly number[],
  confidence: number,
): RankInterval {
  return intervalOfSorted(ascending(x), ascending(y), confidence)
}

/** The same of samples that are sorted upwards. */
export function intervalOfSorted(
  x: Float64Array,
  y: Float64Array,
  confidence: number,
): RankInterval {
  const { k, missed } = smallestPlace(x.length, y.length, (1 - confidence) / 2)
  if (k === 0)
    return { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY, confidence: 1 }
  return {
    lower: differenceAt(x, y, k - 1),
    upper: differenceAt(x, y, x.length * y.length - k),
    confidence: 1 - 2 * missed,
  }
}

/** The same for the factor between the samples; NaN bounds unless all values are above 0. */
export function hodgesLehmannRatioInterval(
  x: readonly number[],
  y: readonly number[],
  confidence: number,
): RankInterval {
  const isPositive = [...x, ...y].every((v) => v > 0)
  if (!isPositive) return { lower: Number.NaN, upper: Number.NaN, confidence: Number.NaN }
  const logs = hodgesLehmannInterval(x.map(Math.log), y.map(Math.log), confidence)
  return { ...logs, lower: Math.exp(logs.lower), upper: Math.exp(logs.upper) }
}

/** The largest k that misses the shift on one side with probability `alpha` at most, and what it misses with. */
function smallestPlace(n: number, m: number, alpha: number): { k: number; missed: number } {
  const pairs = n * m
  if (pairs > EXACT_UP_TO) {
    const half = -normalQuantile(alpha) * Math.sqrt((pairs * (n + m + 1)) / 12)
    return { k: Math.max(0, Math.floor(pairs / 2 - half)), missed: alpha }
  }
  const shares = rankSumDistribution(n, m)
  const above = shares.findIndex((share) => share > alpha)
  const k = above === -1 ? shares.length : above
  return { k, missed: shares[k - 1] ?? 0 }
}
