import type { Alternative } from './alternative.ts'
import { median } from './median.ts'
import { type MeanTest, studentTest } from './welch.ts'

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

function distances(values: readonly number[]): readonly number[] {
  const middle = median(values)
  return values.map((value) => Math.abs(value - middle))
}
