import { incompleteBeta } from '../../src/domain/statistics/beta.ts'
import { rootOf } from '../../src/domain/statistics/root.ts'

/** The highest share that so few hits leave with a confidence of 95 %: C. Clopper, E. Pearson, Biometrika 26, 1934. */
export function atMost(hits: number, trials: number): number {
  if (hits >= trials) return 1
  return rootOf((p) => incompleteBeta(hits + 1, trials - hits, p, 1 - p).lower - 0.95, 0, 1)
}
