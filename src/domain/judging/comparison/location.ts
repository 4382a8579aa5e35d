import type { DensityQuantile } from './density.ts'
import { totalOf } from './histogram.ts'

/** How far the canary's latencies lie above the baseline's in one look, as a difference of logarithms. */
export interface Shift {
  readonly y: number
  /** Sampling variance. */
  readonly v: number
}

/** Requests of the past that stand beside those of the look, so that the ranks of a few requests mean something. */
const PAST = 30
/** Below so many requests' worth of score there is no scale to measure a shift with. */
const LEAST_SLOPE = 1e-3

/**
 * `ranks`: the share of requests that are faster (Wilcoxon). Every slower request moves it, however many modes there are.
 * `efficient`: −f′/f at the rank, the score that finds a small shift soonest, learned from earlier requests (Hájek, Šidák 1967, §II.2.1). It may be
 * blind to a shift from one mode to the next, so it never stands alone.
 */
export type Scores = 'ranks' | 'efficient'

/**
 * The shift of one look by a linear rank statistic: the difference of mean scores over the change of it that a shift of 1 makes. Both groups are measured
 * in the same buckets, and the ranks are those of this look, so that nothing that both groups share moves it.
 * Undefined where a group has no requests or all are in one bucket.
 */
export function shiftOf(
  sides: { readonly baseline: readonly number[]; readonly canary: readonly number[] },
  past: readonly number[],
  density: DensityQuantile,
  scores: Scores,
): Shift | undefined {
  const [nb, nc] = [totalOf(sides.baseline), totalOf(sides.canary)]
  if (nb === 0 || nc === 0) return undefined
  const weight = PAST / Math.max(totalOf(past), PAST)
  const pooled = sides.baseline.map(
    (n, i) => n + (sides.canary[i] as number) + weight * (past[i] as number),
  )
  const { values, slope, variance } = scored(pooled, density, scores)
  if (slope < LEAST_SLOPE) return undefined
  const difference = meanOf(sides.canary, values, nc) - meanOf(sides.baseline, values, nb)
  return { y: difference / slope, v: (variance * (1 / nb + 1 / nc)) / slope ** 2 }
}

function scored(pooled: readonly number[], density: DensityQuantile, scores: Scores) {
  const all = totalOf(pooled)
  const values: number[] = []
  let [below, flowBelow, slope, square, mean] = [0, 0, 0, 0, 0]
  for (const n of pooled) {
    const share = n / all
    const above = below + share
    const flowAbove = density.at(Math.min(above, 1))
    const score = scoreOf(scores, { below, above, flow: flowBelow - flowAbove })
    values.push(score)
    slope += score * (flowBelow - flowAbove)
    square += share * score * score
    mean += share * score
    ;[below, flowBelow] = [above, flowAbove]
  }
  return { values, slope, variance: square - mean * mean }
}

interface Bucket {
  readonly below: number
  readonly above: number
  /** What a shift of 1 brings in from below less what it takes out above. */
  readonly flow: number
}

function scoreOf(scores: Scores, { below, above, flow }: Bucket): number {
  if (scores === 'ranks') return (below + above) / 2
  return above - below > 1e-9 ? flow / (above - below) : 0
}

function meanOf(counts: readonly number[], values: readonly number[], total: number): number {
  return counts.reduce((sum, n, i) => sum + n * (values[i] as number), 0) / total
}
