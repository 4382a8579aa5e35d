import { binomialDensity } from './binomial.ts'

/** Both tails of a distribution at one point; they sum to 1, and the smaller one keeps its digits. */
export interface Tails {
  readonly lower: number
  readonly upper: number
}

/**
 * The regularised incomplete beta function I_x(a, b) (NIST DLMF 8.17.2) and its complement, for a, b > 0 and 0 ≤ x ≤ 1:
 * the probability that a beta variable is at most x. `y` is 1 − x, given apart because x may be too close to 1 to tell
 * it. Relative error of the smaller of both below 1e-12.
 */
export function incompleteBeta(a: number, b: number, x: number, y: number): Tails {
  if (x === 0 || y === 0) return x === 0 ? { lower: 0, upper: 1 } : { lower: 1, upper: 0 }
  const isBelow = x * (a + b) < a
  const tail = isBelow ? lowerTail(a, b, x, y) : lowerTail(b, a, y, x)
  return isBelow ? { lower: tail, upper: 1 - tail } : { lower: 1 - tail, upper: tail }
}

/** With t = x e^(−v/a) in the definition, everything is positive: y^(b−1) ∫₀^∞ e^(−v) (1 + (1 − e^(−v/a)) x/y)^(b−1) dv. */
function lowerTail(a: number, b: number, x: number, y: number): number {
  const front = (binomialDensity(a, b, x, y) * b) / (a + b) / y
  if (!(front > 0)) return front
  const odds = x / y
  return Math.min(1, front * halfLine((v) => (b - 1) * Math.log1p(-odds * Math.expm1(-v / a)) - v))
}

const STEP = 1 / 8

/**
 * ∫₀^∞ e^f(v) dv by the double exponential formula v = exp(s − e^(−s)) (H. Takahasi, M. Mori, "Double exponential
 * formulas for numerical integration", 1974), for an integrand that is smooth in ln v and ends by falling.
 */
function halfLine(f: (v: number) => number): number {
  let total = 0
  for (let s = -4; s < 120; s += STEP) {
    const v = Math.exp(s - Math.exp(-s))
    const term = Math.exp(f(v)) * v * (1 + Math.exp(-s))
    total += term
    if (term < total * 1e-18 && s > 0) break
  }
  return total * STEP
}
