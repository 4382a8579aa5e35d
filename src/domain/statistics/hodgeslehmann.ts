import { ascending } from './pairs.ts'
import { differenceAfter, differenceAt } from './select-difference.ts'

/**
 * How far the first sample lies above the second: the median of all differences x − y, in their unit. One outlier
 * moves it hardly, where it would move a difference of means. NaN where a sample is empty or a value is no number.
 * J. Hodges, E. Lehmann, "Estimates of location based on rank tests", Annals of Mathematical Statistics 34, 1963.
 */
export function hodgesLehmannShift(x: readonly number[], y: readonly number[]): number {
  return shiftOfSorted(ascending(x), ascending(y))
}

/** The same on the log scale: the factor between the samples; NaN unless all values are above 0. */
export function hodgesLehmannRatio(x: readonly number[], y: readonly number[]): number {
  if (![...x, ...y].every((v) => v > 0)) return Number.NaN
  return Math.exp(hodgesLehmannShift(x.map(Math.log), y.map(Math.log)))
}

/** The shift of samples that are sorted upwards. */
export function shiftOfSorted(x: Float64Array, y: Float64Array): number {
  const pairs = x.length * y.length
  const place = Math.floor((pairs - 1) / 2)
  const lower = differenceAt(x, y, place)
  if (pairs % 2 === 1) return lower
  return (lower + differenceAfter(x, y, place, lower)) / 2
}
