import type { Interval } from './interval.ts'
import { normalCdf } from './normal.ts'
import { normalQuantile } from './normal-quantile.ts'
import { quantileOfSorted } from './quantile.ts'

/** The confidence interval whose bounds are quantiles of the replicates; in their unit. Efron 1979. */
export function percentileInterval(replicates: readonly number[], confidence: number): Interval {
  const sorted = Float64Array.from(replicates).sort()
  return {
    lower: quantileOfSorted(sorted, (1 - confidence) / 2),
    upper: quantileOfSorted(sorted, (1 + confidence) / 2),
  }
}

/** The percentile interval mirrored at the estimate. A. Davison, D. Hinkley, "Bootstrap Methods and their Application", 5.2. */
export function basicInterval(
  replicates: readonly number[],
  estimate: number,
  confidence: number,
): Interval {
  const { lower, upper } = percentileInterval(replicates, confidence)
  return { lower: 2 * estimate - upper, upper: 2 * estimate - lower }
}

/**
 * The bias of the replicates in standard normal units: 0 where the estimate is their median. Equal ones count one half.
 * Infinite where all lie on one side: then they say nothing.
 */
export function medianBias(replicates: readonly number[], estimate: number): number {
  const below = replicates.filter((value) => value < estimate).length
  const equal = replicates.filter((value) => value === estimate).length
  return normalQuantile((below + equal / 2) / replicates.length)
}

/**
 * The percentile interval corrected for bias and for a spread that changes with the value (BCa): B. Efron, "Better bootstrap
 * confidence intervals", JASA 82, 1987. It does not depend on the scale on which the statistic is taken. `acceleration` is
 * that of bootstrap.ts. NaN where all replicates lie on one side of the estimate.
 */
export function bcaInterval(
  replicates: readonly number[],
  estimate: number,
  acceleration: number,
  confidence: number,
): Interval {
  const bias = medianBias(replicates, estimate)
  if (!Number.isFinite(bias)) return { lower: Number.NaN, upper: Number.NaN }
  const sorted = Float64Array.from(replicates).sort()
  const z = -normalQuantile((1 - confidence) / 2)
  const bound = (shift: number) => {
    const moved = bias + (bias + shift) / (1 - acceleration * (bias + shift))
    return quantileOfSorted(sorted, normalCdf(moved))
  }
  return { lower: bound(-z), upper: bound(z) }
}
