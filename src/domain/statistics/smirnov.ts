import { binomialDensity } from './binomial.ts'

/**
 * Probability that the distribution function of n values lies somewhere more than d (0 < d < 1) above the true one; a sum
 * of n positive terms, relative error below 1e-12. N. Smirnov, 1944, in the form of Z. Birnbaum, F. Tingey, "One-sided
 * confidence contours for probability distribution functions", Annals of Mathematical Statistics 22, 1951.
 */
export function smirnovTail(n: number, d: number): number {
  let total = 0
  for (let j = 0; j <= Math.floor(n * (1 - d)); j++) {
    const p = d + j / n
    const q = (n - j) / n - d
    if (q > 0) total += binomialDensity(j, n - j, p, q) / p
  }
  return total * d
}
