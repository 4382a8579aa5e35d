import { deviance, stirlingError } from './stirling.ts'

/**
 * P(X = hits) of a binomial variable with hits + misses trials and the chance p = 1 − q of a hit; the counts need not be
 * whole. Relative error below 1e-13 where it is no extreme tail. C. Loader, "Fast and accurate computation of binomial
 * probabilities", 2000.
 */
export function binomialDensity(hits: number, misses: number, p: number, q: number): number {
  const n = hits + misses
  if (hits === 0) return Math.exp(n * logOf(q, p))
  if (misses === 0) return Math.exp(n * logOf(p, q))
  const errors = stirlingError(n) - stirlingError(hits) - stirlingError(misses)
  const distance = deviance(hits, n * p) + deviance(misses, n * q)
  return Math.exp(errors - distance) * Math.sqrt(n / hits / misses / (2 * Math.PI))
}

/** ln p, from 1 − p where that has more digits. */
const logOf = (p: number, rest: number) => (p > 0.5 ? Math.log1p(-rest) : Math.log(p))
