import { type Alternative, pickTail } from './alternative.ts'
import { midranks } from './midranks.ts'
import { normalTail } from './normal.ts'
import { ascending, comparePairs } from './pairs.ts'

export interface RankTest {
  /** Pairs (x, y) with x > y, a tie counting one half. */
  readonly u: number
  /** Probability of a `u` at least as extreme when both samples come from one distribution. */
  readonly p: number
}

/** Both one-sided p: that the first sample tends to have the greater values, and the smaller ones. */
export interface RankTails {
  readonly u: number
  readonly greater: number
  readonly less: number
}

/** Beyond so many values together the exact distribution costs more than it gives. */
const EXACT_UP_TO = 60

/**
 * Mann–Whitney's rank test of two samples of finite numbers, neither empty. Exact over all splits of the values that
 * were seen, ties included, up to 60 values; the normal approximation beyond.
 */
export function mannWhitney(
  x: readonly number[],
  y: readonly number[],
  alternative: Alternative,
): RankTest {
  const exact = x.length + y.length <= EXACT_UP_TO
  return exact ? exactTest(x, y, alternative) : approximateTest(x, y, alternative)
}

/** The smallest one-sided p that samples of these sizes can reach: one split of all that are possible. */
export function smallestP(n: number, m: number): number {
  let splits = 1
  for (let i = 1; i <= Math.min(n, m); i++) splits *= (n + m - Math.min(n, m) + i) / i
  return 1 / splits
}

/** Both tails of `mannWhitney` at once, of samples that are sorted upwards. */
export function rankTails(x: Float64Array, y: Float64Array): RankTails {
  const isExact = x.length + y.length <= EXACT_UP_TO
  return isExact ? exactTails([...x], [...y]) : approximateTails(x, y, true)
}

/** Every split of the ranks into groups of these sizes is equally likely: count those at least as extreme. */
export function exactTest(
  x: readonly number[],
  y: readonly number[],
  alternative: Alternative,
): RankTest {
  const { u, ...tails } = exactTails(x, y)
  return { u, p: pickTail(tails, alternative) }
}

function exactTails(x: readonly number[], y: readonly number[]): RankTails {
  const { doubled, all } = midranks(x, y)
  const seen = doubled.reduce((sum, r) => sum + r, 0)
  const counts = splitsBySum(all, x.length)
  const total = counts.reduce((sum, c) => sum + c, 0)
  const share = (from: number, to: number) =>
    counts.slice(from, to).reduce((sum, c) => sum + c, 0) / total
  const u = uOf(seen / 2, x.length)
  return { u, greater: share(seen, counts.length), less: share(0, seen + 1) }
}

/** How many ways there are to take `size` of the ranks with each sum: index = sum. */
function splitsBySum(ranks: readonly number[], size: number): Float64Array {
  const total = ranks.reduce((sum, r) => sum + r, 0)
  const ways = Array.from({ length: size + 1 }, () => new Float64Array(total + 1))
  const largest = Array.from({ length: size + 1 }, () => 0)
  const none = ways[0]
  if (none !== undefined) none[0] = 1
  for (const [seen, rank] of ranks.toSorted((a, b) => a - b).entries()) {
    // So few as can still become `size` with those that are left, from the largest sum that there is yet.
    const least = Math.max(1, size - (ranks.length - seen - 1))
    for (let k = Math.min(size, seen + 1); k >= least; k--) {
      const upTo = (largest[k - 1] ?? 0) + rank
      addShifted(ways[k], ways[k - 1], rank, upTo)
      largest[k] = upTo
    }
  }
  return ways[size] ?? new Float64Array(0)
}

function addShifted(target?: Float64Array, source?: Float64Array, by = 0, upTo = 0): void {
  if (target === undefined || source === undefined) return
  for (let sum = by; sum <= upTo; sum++) target[sum] = (target[sum] ?? 0) + (source[sum - by] ?? 0)
}

/** The normal approximation, with the variance corrected for ties and a continuity correction of one half. */
export function approximateTest(
  x: readonly number[],
  y: readonly number[],
  alternative: Alternative,
  continuity = true,
): RankTest {
  const { u, ...tails } = approximateTails(ascending(x), ascending(y), continuity)
  return { u, p: pickTail(tails, alternative) }
}

function approximateTails(x: Float64Array, y: Float64Array, continuity: boolean): RankTails {
  const { above, equal, tieTerm } = comparePairs(x, y)
  const u = above + equal / 2
  const pairs = x.length * y.length
  const n = x.length + y.length
  const sigma = Math.sqrt((pairs / 12) * (n + 1 - tieTerm / (n * (n - 1))))
  const half = continuity ? 0.5 : 0
  // All values equal: nothing tells the samples apart.
  const tail = (distance: number) => (sigma === 0 ? 1 : normalTail((distance - half) / sigma))
  return { u, greater: tail(u - pairs / 2), less: tail(pairs / 2 - u) }
}

function uOf(rankSum: number, n: number): number {
  return rankSum - (n * (n + 1)) / 2
}
