import { medianDeviationOfSorted, standardDeviation } from '../../statistics/describe.ts'
import { medianOfSorted } from '../../statistics/median.ts'
import { mean } from '../../statistics/moments.ts'
import { tTail } from '../../statistics/student.ts'
import type { Tails } from './answer.ts'
import type { Tolerance } from './metric.ts'

/** Versions below which nobody knows how much one differs from the next. */
export const LEAST_VERSIONS = 3

/** Of normal values: the standard error of a median of n is this times the median deviation over √n. */
const MEDIAN_ERROR = 1.2533 * 1.4826

/** What earlier versions say about where the next one lies. */
export interface Forecast {
  /** The canary's median less the mean of the earlier ones, in the unit of the values. */
  readonly difference: number
  /** Of the difference, with so many degrees of freedom. */
  readonly error: number
  readonly df: number
  /** What is tolerated, in the unit of the values. */
  readonly allowed: number
}

/**
 * Where the canary's median lies against the medians of earlier versions: one more of the same kind lies around their mean with a standard
 * deviation of s√(1 + 1/k), so that versions that always differ a little are no evidence against the next one (a prediction interval: G. Hahn, W. Meeker,
 * "Statistical Intervals", 4.7). The canary's own sampling error stands in where the versions differ less than that.
 * At least `LEAST_VERSIONS` versions, none empty, all values sorted upwards.
 */
export function forecastOf(
  canary: Float64Array,
  versions: readonly Float64Array[],
  { relative, absolute }: Tolerance,
): Forecast {
  const medians = versions.map(medianOfSorted)
  const middle = mean(medians)
  const between = standardDeviation(medians)
  const own = (MEDIAN_ERROR * medianDeviationOfSorted(canary)) / Math.sqrt(canary.length)
  const error = Math.hypot(Math.max(between, own), between / Math.sqrt(medians.length))
  const allowed = Math.max(relative * Math.abs(middle), absolute)
  return { difference: medianOfSorted(canary) - middle, error, df: medians.length - 1, allowed }
}

export function historyTails({ difference, error, df, allowed }: Forecast, sign: 1 | -1): Tails {
  const beyond = sign * difference - allowed
  if (error === 0) return beyond > 0 ? { against: 0, within: 1 } : { against: 1, within: 0 }
  const t = beyond / error
  return { against: tTail(t, df), within: tTail(-t, df) }
}
