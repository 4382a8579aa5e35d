import type { Count } from './hypergeometric.ts'
import type { Interval } from './interval.ts'
import { normalQuantile } from './normal-quantile.ts'

/**
 * Confidence interval of a share of hits, 0 to 1: E. Wilson, "Probable inference, the law of succession, and statistical
 * inference", JASA 22, 1927. Holds also without a hit, where the lower bound is exactly 0. NaN without a trial.
 */
export function wilsonInterval({ hits, trials }: Count, confidence: number): Interval {
  const z = -normalQuantile((1 - confidence) / 2)
  return {
    lower: lowerBound(hits, trials, z),
    upper: 1 - lowerBound(trials - hits, trials, z),
  }
}

/** The smaller root over the larger one: their difference would lose the digits of a small share. */
function lowerBound(hits: number, trials: number, z: number): number {
  const share = hits / trials
  const shift = (z * z) / trials
  const reach = z * Math.sqrt((share * (1 - share)) / trials + shift / trials / 4)
  return share ** 2 / (share + shift / 2 + reach)
}
