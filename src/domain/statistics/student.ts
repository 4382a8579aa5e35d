import { incompleteBeta, type Tails } from './beta.ts'
import { normalQuantile } from './normal-quantile.ts'
import { rootOf } from './root.ts'

/** Probability that Student's t with `df` > 0 degrees of freedom is greater than `t`; relative error below 1e-12. */
export function tTail(t: number, df: number): number {
  if (t < 0) return 1 - tTail(-t, df)
  return betaOf(t, df).upper / 2
}

/** t² / (df + t²) is a beta variable (Johnson, Kotz, Balakrishnan, "Continuous Univariate Distributions 2", 28.2). */
function betaOf(t: number, df: number): Tails {
  // The larger of both is divided out: their squares may be out of reach.
  const ratio = t / Math.sqrt(df)
  const [x, y] =
    ratio > 1
      ? [1 / (1 + ratio ** -2), ratio ** -2 / (1 + ratio ** -2)]
      : [ratio ** 2 / (1 + ratio ** 2), 1 / (1 + ratio ** 2)]
  return incompleteBeta(0.5, df / 2, x, y)
}

/** The t below which Student's distribution has probability `p`; −∞ at 0, ∞ at 1 and beyond 1e149, NaN outside. */
export function tQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1 && df > 0)) return Number.NaN
  if (p < 0.5) return -tQuantileAbove(p, 0.5 - p, df)
  return tQuantileAbove(1 - p, p - 0.5, df)
}

/** Of the tail, or of what lies between it and the middle: whichever of the two has the digits. */
function tQuantileAbove(tail: number, middle: number, df: number): number {
  if (middle === 0) return 0
  if (tail === 0) return Number.POSITIVE_INFINITY
  const miss = (logT: number) => {
    const { lower, upper } = betaOf(Math.exp(logT), df)
    return middle < 0.25 ? Math.log(lower / 2 / middle) : Math.log(tail / (upper / 2))
  }
  // Tails are heavier than the normal ones, so the normal quantile bounds it from below.
  const low = Math.max(Math.log(-normalQuantile(tail)) - 1e-9, -80)
  let high = low + 0.25
  while (high < FAR && miss(high) < 0) high += 4 * (high - low)
  if (high >= FAR && miss(FAR) < 0) return Number.POSITIVE_INFINITY
  return Math.exp(rootOf(miss, low, Math.min(high, FAR)))
}

/** ln t, beyond which t² is too large for a number. */
const FAR = 345
