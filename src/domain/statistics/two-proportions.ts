import { type Alternative, pickTail } from './alternative.ts'
import type { Count } from './hypergeometric.ts'
import { normalTail } from './normal.ts'

/** A comparison of two shares. */
export interface ShareTest {
  /** Difference of the shares in standard errors; NaN where nothing or everything was a hit. */
  readonly z: number
  readonly p: number
}

/**
 * Whether the first share of hits differs from the second one, by the normal approximation with the pooled share: for many
 * hits a side; Fisher's test serves always. J. Fleiss, "Statistical Methods for Rates and Proportions", 3.1, without the
 * continuity correction.
 */
export function twoProportions(first: Count, second: Count, alternative: Alternative): ShareTest {
  const hits = first.hits + second.hits
  const pooled = hits / (first.trials + second.trials)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.trials + 1 / second.trials))
  const z = (first.hits / first.trials - second.hits / second.trials) / error
  return { z, p: pickTail({ greater: normalTail(z), less: normalTail(-z) }, alternative) }
}
