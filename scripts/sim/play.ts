import { availableParallelism } from 'node:os'
import { spread } from '../../test/simulation/batch.ts'
import type { Case } from '../../test/simulation/case.ts'
import { perSecond, progressOf } from '../../test/simulation/progress.ts'
import { simulate } from '../../test/simulation/simulate.ts'

/** The first case that went wrong, and what to print last. */
export interface Played {
  readonly failing: Case | undefined
  readonly lines: readonly string[]
}

/** Seeds in a row, spread over all processors; on standard error how far they are. */
export async function many(root: string, from: number, seeds: number): Promise<Played> {
  const begun = performance.now()
  const progress = progressOf(seeds, (line) => console.error(line))
  const workers = availableParallelism()
  const all = await spread({ root, from, seeds, workers, stop: false, progress })
  const rate = perSecond(all.seeds, performance.now() - begun)
  const sum = `${all.seeds} seeds, ${all.violations.length} violations, ${rate} seeds/s`
  return { failing: all.failing, lines: [...all.violations, sum] }
}

/** One seed, call by call: always the same text, so without its speed. */
export async function one(seed: number): Promise<Played> {
  const { played, trace, violations } = await simulate(seed, true)
  const sum = `1 seed, ${violations.length} violations`
  return {
    failing: violations.length > 0 ? played : undefined,
    lines: [JSON.stringify(played.scenario), ...trace, ...violations, sum],
  }
}
