import { median } from './median.ts'

/**
 * How far the first sample lies above the second: the median of all differences x − y, in their unit. One outlier
 * moves it hardly, where it would move a difference of means.
 */
export function hodgesLehmannShift(x: readonly number[], y: readonly number[]): number {
  return median(x.flatMap((a) => y.map((b) => a - b)))
}

/** The same on the log scale: the factor between the samples; NaN unless all values are above 0. */
export function hodgesLehmannRatio(x: readonly number[], y: readonly number[]): number {
  if (![...x, ...y].every((v) => v > 0)) return Number.NaN
  return Math.exp(hodgesLehmannShift(x.map(Math.log), y.map(Math.log)))
}
