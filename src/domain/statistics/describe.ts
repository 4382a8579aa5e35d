import { median, medianOfSorted } from './median.ts'
import { mean, variance } from './moments.ts'
import { normalQuantile } from './normal-quantile.ts'

/** Square root of the sample variance with n − 1 below, in the unit of the values; NaN of fewer than two. */
export function standardDeviation(values: readonly number[]): number {
  return Math.sqrt(variance(values))
}

/**
 * Median distance from the median, in the unit of the values: a spread that half of the values cannot move. F. Hampel, "The
 * influence curve and its role in robust estimation", JASA 69, 1974.
 */
export function medianDeviation(values: readonly number[]): number {
  const middle = median(values)
  return median(values.map((value) => Math.abs(value - middle)))
}

/** The same of values that are sorted upwards: the nearest ones lie beside each other, from the middle outwards. */
export function medianDeviationOfSorted(sorted: Float64Array): number {
  const middle = medianOfSorted(sorted)
  const distance = (i: number) => Math.abs((sorted[i] ?? Number.POSITIVE_INFINITY) - middle)
  let above = sorted.length >> 1
  let below = above - 1
  let [last, before] = [Number.NaN, Number.NaN]
  for (let taken = 0; taken <= sorted.length >> 1; taken++) {
    before = last
    const isUp = below < 0 || distance(above) <= distance(below)
    last = distance(isUp ? above++ : below--)
  }
  return sorted.length % 2 === 1 ? last : (before + last) / 2
}

/** What the median deviation of normal values is to be multiplied with to give their standard deviation: 1.4826…. */
export const DEVIATIONS_OF_NORMAL = 1 / normalQuantile(0.75)

/** exp of the mean logarithm: the middle of factors; NaN unless all values are above 0. */
export function geometricMean(values: readonly number[]): number {
  if (!values.every((value) => value > 0)) return Number.NaN
  return Math.exp(mean(values.map(Math.log)))
}

/**
 * Mean of what is left after a share (0 to ½, whole values only) is cut off at each end. J. Tukey, D. McLaughlin, "Less
 * vulnerable confidence and significance procedures for location based on a single sample", Sankhyā A 25, 1963.
 */
export function trimmedMean(values: readonly number[], share: number): number {
  const cut = Math.floor(share * values.length)
  return mean(values.toSorted((a, b) => a - b).slice(cut, values.length - cut))
}

/** Standard deviation over mean, without a unit, with the sign of the mean; NaN or infinite around 0. */
export function coefficientOfVariation(values: readonly number[]): number {
  return standardDeviation(values) / mean(values)
}
