import { incompleteBeta } from '../../statistics/beta.ts'
import type { Tails } from './answer.ts'

/**
 * Whether more than a share of all trials are hits: exact binomial tails. The share lies between 0 and 1; at 0 a single hit is too many. A limit
 * of a quantile is one of the share of values beyond it.
 */
export function beyondShare(hits: number, trials: number, share: number): Tails {
  if (share <= 0) return hits > 0 ? { against: 0, within: 1 } : { against: 1, within: 0 }
  if (share >= 1) return { against: 1, within: 0 }
  const rest = trials - hits
  return {
    against: hits === 0 ? 1 : incompleteBeta(hits, rest + 1, share, 1 - share).lower,
    within: rest === 0 ? 1 : incompleteBeta(hits + 1, rest, share, 1 - share).upper,
  }
}

/** Whether a quantile of the values lies beyond a limit. Values on it are within. */
export function beyondLimit(
  values: Float64Array,
  { value, quantile }: { readonly value: number; readonly quantile: number },
  worse: 'increase' | 'decrease',
): Tails {
  const isBeyond = (one: number) => (worse === 'increase' ? one > value : one < value)
  const share = worse === 'increase' ? 1 - quantile : quantile
  return beyondShare(values.filter(isBeyond).length, values.length, share)
}
