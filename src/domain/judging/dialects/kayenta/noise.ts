import { normalQuantile } from '../../../statistics/normal-quantile.ts'
import { randomOf } from '../../../statistics/random.ts'

/** Of each value. */
const SIZE = 1e-5

/**
 * The values, all alike, with normal noise of a hundred-thousandth of them. Kayenta draws it anew in each run, without a seed; here it comes from a
 * seed, so that the same document gives the same answer.
 */
export function noisy(values: readonly number[], seed: number): readonly number[] {
  const random = randomOf(seed)
  return values.map((value) => value + normalQuantile(random()) * value * SIZE)
}
