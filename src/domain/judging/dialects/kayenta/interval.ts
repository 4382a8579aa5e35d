import { normalQuantile } from '../../../statistics/normal-quantile.ts'
import { ascending, comparePairs } from '../../../statistics/pairs.ts'
import { crossing } from './brent.ts'

/** Kayenta's shift between experiment and control, with its interval. */
export interface Shift {
  readonly low: number
  readonly high: number
  readonly estimate: number
}

/**
 * Mann and Whitney's statistic for the shift `mu`, in standard deviations, less a quantile, by the normal approximation for any number of values; undefined
 * where all are tied, which Kayenta throws at. Both ascending.
 */
export function wilcoxonDiff(
  mu: number,
  quantile: number,
  experiment: Float64Array,
  control: Float64Array,
): number | undefined {
  const [m, n] = [experiment.length, control.length]
  const moved = experiment.map((value) => value - mu)
  const { above, equal, tieTerm } = comparePairs(moved, control)
  const distance = above + equal / 2 - (m * n) / 2
  const deviation = Math.sqrt(((m * n) / 12) * (m + n + 1 - tieTerm / ((m + n) * (m + n - 1))))
  if (deviation === 0) return undefined
  return (distance - Math.sign(distance) * 0.5) / deviation - quantile
}

/** The interval and the estimate as Kayenta finds them; undefined where it throws. Neither sample is empty. */
export function shiftOf(
  experiment: readonly number[],
  control: readonly number[],
  confidence: number,
): Shift | undefined {
  const [x, y] = [ascending(experiment), ascending(control)]
  const least = (x[0] ?? Number.NaN) - (y.at(-1) ?? Number.NaN)
  const most = (x.at(-1) ?? Number.NaN) - (y[0] ?? Number.NaN)
  const z = normalQuantile((1 - confidence) / 2)
  const ends = [-z, z, 0].map((quantile) => {
    const low = wilcoxonDiff(least, quantile, x, y)
    const high = wilcoxonDiff(most, quantile, x, y)
    if (low === undefined || high === undefined) return undefined
    // The estimate is sought in any case, the bounds only where there is something to find.
    if (quantile !== 0 && low <= 0) return least
    if (quantile !== 0 && high >= 0) return most
    const f = (mu: number) => wilcoxonDiff(mu, quantile, x, y) ?? Number.NaN
    return crossing(f, { at: least, value: low }, { at: most, value: high })
  })
  const [low, high, estimate] = ends
  if (low === undefined || high === undefined || estimate === undefined) return undefined
  return { low, high, estimate }
}
