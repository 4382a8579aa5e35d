import { sum } from './moments.ts'

/** Hits among trials: errors among requests, crashed among all sessions; whole numbers, 0 ≤ hits ≤ trials. */
export interface Count {
  readonly hits: number
  readonly trials: number
}

/** Probability of each number of hits that the first group can have, from `from` on; what is below 1e-300 is left out. */
export interface HitDistribution {
  readonly from: number
  readonly chances: readonly number[]
}

/**
 * How the hits of both groups together fall on the first one if all trials are alike (hypergeometric): ratios of
 * neighbours from the most likely number outwards, then divided by their sum, so that no factorial is needed. The work
 * grows with the square root of the counts.
 */
export function hitDistribution(first: Count, second: Count): HitDistribution {
  const hits = first.hits + second.hits
  const trials = first.trials + second.trials
  // From k to k + 1 hits in the first group.
  const ratio = (k: number) =>
    ((first.trials - k) / (k + 1)) * ((hits - k) / (second.trials - hits + k + 1))
  const least = Math.max(0, hits - second.trials)
  const most = Math.min(hits, first.trials)
  const mode = Math.floor(((first.trials + 1) * (hits + 1)) / (trials + 2))
  const middle = Math.min(most, Math.max(least, mode))
  const up = walk(middle, most, 1, ratio)
  const down = walk(middle, least, -1, (k) => 1 / ratio(k - 1)).slice(1)
  const weights = [...down.toReversed(), ...up]
  const total = sum(weights)
  return { from: middle - down.length, chances: weights.map((weight) => weight / total) }
}

/** Weights from `start` on, which has 1, to `end` or to where they no longer count. */
function walk(
  start: number,
  end: number,
  step: 1 | -1,
  ratio: (k: number) => number,
): readonly number[] {
  const weights = [1]
  let weight = 1
  for (let k = start; k !== end && weight > SMALLEST; k += step) {
    weight *= ratio(k)
    weights.push(weight)
  }
  return weights
}

const SMALLEST = 1e-300
