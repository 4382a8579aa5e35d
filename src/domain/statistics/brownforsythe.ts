import type { Alternative } from './alternative.ts'
import { median } from './median.ts'
import { quantileOfSorted } from './quantile.ts'
import { type MeanTest, studentTest, welchTest } from './welch.ts'

/**
 * Whether two samples spread differently, wherever they lie: Student's test of the distances from each sample's own median;
 * `greater`: the first one spreads more. t² is the F of M. Brown, A. Forsythe, "Robust tests for the equality of variances",
 * JASA 69, 1974. Two finite values a side or more; NaN where no value is away from its median.
 */
export function brownForsythe(
  x: readonly number[],
  y: readonly number[],
  alternative: Alternative,
): MeanTest {
  return studentTest(distances(x), distances(y), alternative)
}

/** Brown and Forsythe's question with a ratio of the spreads that is allowed. */
export interface SpreadRatioTest {
  /** The chance of distances so much larger where the ratio is the allowed one; NaN where all distances are equal. */
  readonly p: number
  /** Distances of the first sample from its median. */
  readonly first: readonly number[]
  /** Those of the second, times the allowed ratio. */
  readonly second: readonly number[]
}

/**
 * Whether the first sample spreads more than `ratio` times as much as the second. By Welch's test, because distances that are
 * larger vary more. Both sorted upwards, finite, two values a side or more.
 */
export function brownForsytheRatio(
  x: Float64Array,
  y: Float64Array,
  ratio: number,
): SpreadRatioTest {
  const first = distancesOfSorted(x, 1)
  const second = distancesOfSorted(y, ratio)
  return { p: welchTest(first, second, 'greater').p, first, second }
}

function distancesOfSorted(sorted: Float64Array, times: number): readonly number[] {
  const middle = quantileOfSorted(sorted, 0.5)
  return Array.from(sorted, (value) => times * Math.abs(value - middle))
}

function distances(values: readonly number[]): readonly number[] {
  const middle = median(values)
  return values.map((value) => Math.abs(value - middle))
}
