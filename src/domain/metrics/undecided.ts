import type { Objective } from '../judging/objective.ts'
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
  return direction === 'at-most'
    ? value <= limit && !(upper <= limit)
    : value >= limit && !(lower >= limit)
}
