import { type Alternative, pickTail } from './alternative.ts'
import { inversions } from './inversions.ts'
import { normalTail } from './normal.ts'

/** A test for a trend. */
export interface TrendTest {
  /** Pairs that grow in time less pairs that fall; up to n(n − 1)/2. */
  readonly s: number
  /** The same as a share of all pairs that are not equal, −1 to 1 (Kendall's τ_b against time); NaN where all are equal. */
  readonly tau: number
  /** Probability of an `s` at least as extreme where every order of the values is as likely; `greater`: they grow. */
  readonly p: number
}

/** Exact for so many values without ties; the normal approximation is good beyond. */
const EXACT_UP_TO = 50

/**
 * Whether values in the order of time tend to grow or to fall, by any amount and in any shape: H. Mann, "Nonparametric tests
 * against trend", Econometrica 13, 1945; M. Kendall, "Rank Correlation Methods", 4.3–5.8. Exact up to 50 values without
 * ties, else the normal approximation with the variance corrected for ties and a continuity correction. Values that hang
 * together in time (a busy hour) look like a trend: thin them out first. Finite values.
 */
export function mannKendall(values: readonly number[], alternative: Alternative): TrendTest {
  const n = values.length
  const pairs = (n * (n - 1)) / 2
  const ties = tieSizes(values)
  const tied = ties.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0)
  const falling = inversions(values)
  const s = pairs - tied - 2 * falling
  const tau = s / Math.sqrt((pairs - tied) * pairs)
  const tails = tied === 0 && n <= EXACT_UP_TO ? exact(n, falling) : approximate(n, s, ties)
  return { s, tau, p: pickTail(tails, alternative) }
}

/** Sizes of the groups of equal values. */
function tieSizes(values: readonly number[]): readonly number[] {
  const sizes = new Map<number, number>()
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1)
  return [...sizes.values()].filter((size) => size > 1)
}

/** How many orders of n values have so many inversions or fewer, over all n!: products of 1 + q + … + q^i. */
function exact(n: number, falling: number): { greater: number; less: number } {
  let chances = [1]
  for (let i = 2; i <= n; i++) {
    const before = chances
    chances = Array.from({ length: before.length + i - 1 }, (_, k) => {
      let total = 0
      for (let j = Math.max(0, k - i + 1); j <= Math.min(k, before.length - 1); j++)
        total += before[j] ?? 0
      return total / i
    })
  }
  // As many orders have k inversions as have k fewer than all.
  const upTo = (k: number) => chances.slice(0, k + 1).reduce((sum, chance) => sum + chance, 0)
  return { greater: upTo(falling), less: upTo(chances.length - 1 - falling) }
}

function approximate(n: number, s: number, ties: readonly number[]) {
  const spread = (size: number) => size * (size - 1) * (2 * size + 5)
  const variance = (spread(n) - ties.reduce((sum, t) => sum + spread(t), 0)) / 18
  // All values equal: there is no order to see a trend in.
  const tail = (distance: number) =>
    variance === 0 ? 1 : normalTail((distance - 1) / Math.sqrt(variance))
  return { greater: tail(s), less: tail(-s) }
}
