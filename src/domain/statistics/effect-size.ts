import { mean, variance } from './moments.ts'
import { ascending, comparePairs } from './pairs.ts'

/**
 * Probability that a value of x is greater than one of y, a tie counting one half: 0 to 1, ½ where neither tends to be
 * greater. A. Vargha, H. Delaney, "A critique and improvement of the CL common language effect size statistics of McGraw
 * and Wong", J. Educational and Behavioral Statistics 25, 2000. NaN where a sample is empty.
 */
export function superiority(x: readonly number[], y: readonly number[]): number {
  const { above, equal } = comparePairs(ascending(x), ascending(y))
  return (above + equal / 2) / (x.length * y.length)
}

/** Share of pairs with x > y less that with x < y: −1 to 1. N. Cliff, "Dominance statistics", Psych. Bulletin 114, 1993. */
export function dominance(x: readonly number[], y: readonly number[]): number {
  return 2 * superiority(x, y) - 1
}

/**
 * Difference of the means in pooled standard deviations; without a unit, NaN or infinite where both samples are constant.
 * J. Cohen, "Statistical Power Analysis for the Behavioral Sciences", 2.5.
 */
export function standardisedDifference(x: readonly number[], y: readonly number[]): number {
  const df = x.length + y.length - 2
  const pooled = ((x.length - 1) * variance(x) + (y.length - 1) * variance(y)) / df
  return (mean(x) - mean(y)) / Math.sqrt(pooled)
}
