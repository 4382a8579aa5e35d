import { durbin } from './kolmogorov-matrix.ts'
import { pelzGood } from './kolmogorov-series.ts'
import { smirnovTail } from './smirnov.ts'

/**
 * Probability that the distribution function of n values lies somewhere d or more away from the true one, above or below.
 * Which formula serves where: R. Simard, P. L'Ecuyer, "Computing the two-sided Kolmogorov–Smirnov distribution", Journal of
 * Statistical Software 39 (11), 2011, table 1; exact up to n = 140, beyond at least 5 digits, and 10 where it is small.
 */
export function kolmogorovTail(n: number, d: number): number {
  if (d >= 1) return 0
  if (n * d <= 0.5) return 1
  if (n * d <= 1) return 1 - smallest(n, d)
  if (isTwiceSmirnov(n, d)) return Math.min(1, 2 * smirnovTail(n, d))
  const usesMatrix = n <= 140 || (n <= 100_000 && n * d ** 1.5 <= 1.4)
  return 1 - (usesMatrix ? durbin(n, d) : pelzGood(n, d))
}

/** Both sides at once are impossible from d = ½ on, and next to impossible where the tail is small (Miller 1956). */
function isTwiceSmirnov(n: number, d: number): boolean {
  return d >= 0.5 || n * d * d >= (n <= 140 ? 4 : 2.2)
}

/** n! (2d − 1/n)ⁿ for 1/2n < d ≤ 1/n: every value has to lie in a place of its own (Ruben, Gambino 1982). */
function smallest(n: number, d: number): number {
  let product = 1
  for (let i = 1; i <= n; i++) product *= (i / n) * (2 * n * d - 1)
  return product
}
