import type { Interval } from './interval.ts'
import { normalQuantile } from './normal-quantile.ts'

/** A value and when it was seen. */
export interface TimedValue {
  readonly time: number
  readonly value: number
}

/** A slope in units of the values per unit of time. */
export interface Slope extends Interval {
  /** The median of the slopes between all pairs of points. */
  readonly slope: number
}

/**
 * How fast values grow: the median slope between all pairs at different times, with its confidence interval; a quarter of
 * the points may be wild. NaN without two times, bounds infinite where there are too few points for the confidence. P. Sen,
 * "Estimates of the regression coefficient based on Kendall's tau", JASA 63, 1968. O(n² log n): 1,000 points are the most
 * that it is meant for.
 */
export function theilSen(points: readonly TimedValue[], confidence: number): Slope {
  const slopes = slopesOf(points)
  const at = (place: number) => slopes[place] ?? Number.NaN
  const count = slopes.length
  const slope = (at((count - 1) >> 1) + at(count >> 1)) / 2
  const reach = -normalQuantile((1 - confidence) / 2) * Math.sqrt(varianceOf(points))
  const lower = Math.round((count - reach) / 2) - 1
  const upper = Math.round((count + reach) / 2)
  return {
    slope,
    lower: lower < 0 ? Number.NEGATIVE_INFINITY : at(lower),
    upper: upper >= count ? Number.POSITIVE_INFINITY : at(upper),
  }
}

function slopesOf(points: readonly TimedValue[]): Float64Array {
  const slopes: number[] = []
  for (const [i, a] of points.entries())
    for (let j = i + 1; j < points.length; j++) {
      const b = points[j] ?? a
      if (a.time !== b.time) slopes.push((b.value - a.value) / (b.time - a.time))
    }
  return Float64Array.from(slopes).sort()
}

/** Of the number of rising less falling pairs, corrected for equal times and equal values. */
function varianceOf(points: readonly TimedValue[]): number {
  const spread = (size: number) => size * (size - 1) * (2 * size + 5)
  const tied = (pick: (point: TimedValue) => number) => {
    const sizes = new Map<number, number>()
    for (const point of points) sizes.set(pick(point), (sizes.get(pick(point)) ?? 0) + 1)
    return [...sizes.values()].reduce((sum, size) => sum + spread(size), 0)
  }
  return (spread(points.length) - tied((p) => p.time) - tied((p) => p.value)) / 18
}
