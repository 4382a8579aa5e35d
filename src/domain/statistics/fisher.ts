import type { Alternative } from './alternative.ts'
import { type Count, hitDistribution } from './hypergeometric.ts'
import { sum } from './moments.ts'

/** Two chances that differ by rounding only count as equal, as R's fisher.test holds it. */
const SAME = 1 + 1e-7

/**
 * Fisher's exact test whether the first group has another share of hits than the second (`greater`: a higher one), for any
 * counts, also without a single hit. Two-sided: all outcomes that are not more likely than the one seen. R. Fisher,
 * "Statistical Methods for Research Workers", 1934, §21.02. NaN where a count is impossible.
 */
export function fisherTest(first: Count, second: Count, alternative: Alternative): number {
  if (!(isPossible(first) && isPossible(second))) return Number.NaN
  const { from, chances } = hitDistribution(first, second)
  const place = first.hits - from
  if (alternative === 'greater') return Math.min(1, sum(chances.slice(Math.max(0, place))))
  if (alternative === 'less') return Math.min(1, sum(chances.slice(0, Math.max(0, place + 1))))
  const seen = (chances[place] ?? 0) * SAME
  return Math.min(1, sum(chances.filter((chance) => chance <= seen)))
}

const isPossible = ({ hits, trials }: Count) =>
  Number.isSafeInteger(hits) && Number.isSafeInteger(trials) && hits >= 0 && hits <= trials
