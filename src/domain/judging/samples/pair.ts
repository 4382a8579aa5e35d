import { medianDeviationOfSorted } from '../../statistics/describe.ts'
import { medianOfSorted } from '../../statistics/median.ts'
import type { Tolerance } from './metric.ts'

/** Canary and baseline, turned so that more is worse; each sorted upwards. */
export interface Pair {
  readonly canary: Float64Array
  readonly baseline: Float64Array
  /** The baseline, made worse by what is tolerated: no worse than this is well. */
  readonly allowed: Float64Array
}

/**
 * What a share of the baseline is a share of: of each value where all lie on one side of 0 (latencies, sizes), else of the middle's distance from 0, or of
 * the spread where that is larger, so that a level around 0 has a scale.
 */
export interface Scale {
  readonly isRatio: boolean
  /** Of the middle, in the unit of the values. */
  readonly size: number
}

/** Both sorted upwards, neither empty. */
export function scaleOf(canary: Float64Array, baseline: Float64Array): Scale {
  const isAbove = (baseline[0] ?? 0) > 0 && (canary[0] ?? 0) > 0
  const isBelow = (baseline.at(-1) ?? 0) < 0 && (canary.at(-1) ?? 0) < 0
  const isRatio = isAbove || isBelow
  const middle = Math.abs(medianOfSorted(baseline))
  return { isRatio, size: isRatio ? middle : Math.max(middle, medianDeviationOfSorted(baseline)) }
}

/** Both samples, sorted upwards, as they are where more is worse, mirrored where less is. */
export function pairOf(
  samples: { readonly canary: Float64Array; readonly baseline: Float64Array },
  worse: 'increase' | 'decrease',
  { relative, absolute }: Tolerance,
  scale: Scale,
): Pair {
  const turned = (values: Float64Array) =>
    worse === 'increase' ? values : values.map((value) => -value).reverse()
  const baseline = turned(samples.baseline)
  const share = (value: number) => relative * (scale.isRatio ? Math.abs(value) : scale.size)
  const allowed = baseline.map((value) => value + Math.max(share(value), absolute))
  // A value that is worse by more than all of itself changes places with its neighbours.
  return {
    canary: turned(samples.canary),
    baseline,
    allowed: relative > 1 ? allowed.sort() : allowed,
  }
}
