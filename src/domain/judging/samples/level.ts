import { rankTails } from '../../statistics/mannwhitney.ts'
import type { Tails } from './answer.ts'
import type { Pair } from './pair.ts'

/**
 * Whether the canary tends to be worse than the baseline with what is tolerated: Mann and Whitney's test, exact with its ties for few values. Ranks know no unit,
 * and no single value decides.
 */
export function levelOf({ canary, allowed }: Pair): Tails {
  const { greater, less } = rankTails(canary, allowed)
  return { against: greater, within: less }
}
