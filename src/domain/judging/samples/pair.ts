import { medianDeviation } from '../../statistics/describe.ts'
import { median } from '../../statistics/median.ts'
import { ascending } from '../../statistics/pairs.ts'
import type { Tolerance } from './metric.ts'

/** Canary and baseline, turned so that more is worse; each ascending. */
export interface Pair {
  readonly canary: Float64Array
  readonly baseline: Float64Array
  /** The baseline, made worse by what is tolerated: no worse than this is well. */
  readonly allowed: Float64Array
}

/**
 * What a share of the baseline is a share of: of each value where all are above 0 (latencies, sizes), else of the middle's distance from 0, or of
 * the spread where that is larger, so that a level around 0 has a scale.
 */
export interface Scale {
  readonly isRatio: boolean
  /** Of the middle, in the unit of the values. */
  readonly size: number
}

export function scaleOf(canary: readonly number[], baseline: readonly number[]): Scale {
  const isRatio = baseline.every((value) => value > 0) && canary.every((value) => value > 0)
  const middle = Math.abs(median(baseline))
  return { isRatio, size: isRatio ? middle : Math.max(middle, medianDeviation(baseline)) }
}

/** Both samples as they are where more is worse, mirrored where less is. */
export function pairOf(
  samples: { readonly canary: readonly number[]; readonly baseline: readonly number[] },
  worse: 'increase' | 'decrease',
  { relative, absolute }: Tolerance,
  scale: Scale,
): Pair {
  const turned = (values: readonly number[]) =>
    ascending(worse === 'increase' ? values : values.map((value) => -value))
  const baseline = turned(samples.baseline)
  const share = (value: number) => relative * (scale.isRatio ? Math.abs(value) : scale.size)
  // A value that is worse by more than all of itself would change places with its neighbours.
  const allowed = baseline.map((value) => value + Math.max(share(value), absolute)).sort()
  return { canary: turned(samples.canary), baseline, allowed }
}
