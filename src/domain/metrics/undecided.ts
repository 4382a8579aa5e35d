import { isWithin, type Objective } from '../judging/objective.ts'
import type { Interval } from '../statistics/interval.ts'

/**
 * Whether a value that keeps its limit may break it all the same: the samples leave open on which side of it the true
 * one lies. A value beyond the limit is never undecided: that is what was seen.
 */
export function isUndecided(
  { direction, limit }: Pick<Objective, 'direction' | 'limit'>,
  value: number,
  { lower, upper }: Interval,
): boolean {
  const worst = direction === 'at-most' || direction === 'below' ? upper : lower
  return isWithin(value, direction, limit) && !isWithin(worst, direction, limit)
}
