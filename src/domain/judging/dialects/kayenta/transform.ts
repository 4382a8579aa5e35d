import { ascending } from '../../../statistics/pairs.ts'
import { quantileOfSorted } from '../../../statistics/quantile.ts'

/** Kayenta's two ways to treat a reading that is no number: leave it out, or call it 0. */
export type NanStrategy = 'remove' | 'replace'

export function withoutNan(values: readonly number[], strategy: NanStrategy): readonly number[] {
  if (strategy === 'remove') return values.filter((value) => !Number.isNaN(value))
  return values.map((value) => (Number.isNaN(value) ? 0 : value))
}

/**
 * Which values lie outside the fences of J. Tukey, "Exploratory Data Analysis", 1977: `factor` times the distance between the quartiles away from them.
 * `careful`, as the judge has it: not inside of the first and the last hundredth either.
 */
export function outliersOf(
  values: readonly number[],
  factor: number,
  careful: boolean,
): readonly boolean[] {
  const sorted = ascending(values)
  const [q1, q3] = [quantileOfSorted(sorted, 0.25), quantileOfSorted(sorted, 0.75)]
  const [low, high] = [q1 - factor * (q3 - q1), q3 + factor * (q3 - q1)]
  const lower = careful ? Math.min(quantileOfSorted(sorted, 0.01), low) : low
  const upper = careful ? Math.max(quantileOfSorted(sorted, 0.99), high) : high
  return values.map((value) => value > upper || value < lower)
}
