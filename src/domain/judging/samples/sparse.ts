import { fisherTest } from '../../statistics/fisher.ts'
import { medianOfSorted } from '../../statistics/median.ts'
import { sum } from '../../statistics/moments.ts'
import { poissonRatesTest } from '../../statistics/poisson-rates.ts'
import type { Tails } from './answer.ts'
import type { Tolerance } from './metric.ts'

/**
 * Whether readings count something that mostly does not happen: none below 0, and at least half of both sides 0 (each sorted upwards). Their middle is 0 whatever happens beside it, so their sums
 * are compared.
 */
export function isSparse(canary: Float64Array, baseline: Float64Array): boolean {
  return [canary, baseline].every(
    (sorted) => (sorted[0] ?? -1) >= 0 && medianOfSorted(sorted) === 0,
  )
}

/**
 * Whether the canary's sum a reading is higher than the tolerated multiple of the baseline's. By the sums where all readings are whole (as Poisson counts), and
 * by how many readings are above 0 (Fisher, or as Poisson counts beyond a ratio of 1): one burst is many events and one reading, so the larger chance stands
 * against the canary. Without a single event it is within.
 */
export function sparseOf(
  canary: Float64Array,
  baseline: Float64Array,
  { relative }: Tolerance,
): Tails {
  const hit = (values: Float64Array) => values.filter((value) => value > 0).length
  if (hit(canary) === 0) return { against: 1, within: 0 }
  const ratio = 1 + relative
  const seen = (count: (values: Float64Array) => number, way: 'greater' | 'less') =>
    poissonRatesTest(
      { events: count(canary), exposure: canary.length },
      { events: count(baseline), exposure: baseline.length },
      way,
      ratio,
    )
  const fisher = fisherTest(
    { hits: hit(canary), trials: canary.length },
    { hits: hit(baseline), trials: baseline.length },
    'greater',
  )
  const isWhole = [...canary, ...baseline].every(Number.isSafeInteger)
  const readings = Math.max(fisher, relative > 0 ? seen(hit, 'greater') : 0)
  return {
    against: isWhole ? Math.max(readings, seen(sum, 'greater')) : readings,
    within: Math.max(seen(hit, 'less'), isWhole ? seen(sum, 'less') : 0),
  }
}
