/** A process of its own that plays seeds: asked by message, answers by message, ends with its parent. */
import type { Asked, Batch } from './batch.ts'
import type { Case } from './case.ts'
import { simulate } from './simulate.ts'

process.on('message', (asked: Asked) => void answer(asked))

async function answer({ from, seeds, stop }: Asked): Promise<void> {
  const violations: string[] = []
  const struck = new Set<string>()
  const results = new Set<string>()
  let failing: Case | undefined
  let done = 0
  while (done < seeds && !(stop && failing !== undefined)) {
    const run = await simulate(from + done++)
    for (const { fault, site } of run.played.strikes) struck.add(`${fault} ${site}`)
    for (const result of run.results) results.add(result)
    if (run.violations.length === 0) continue
    failing ??= run.played
    violations.push(...run.violations.map((text) => `seed ${run.played.seed}: ${text}`))
  }
  const batch: Batch = {
    ...{ seeds: done, violations, failing },
    ...{ struck: [...struck], results: [...results] },
  }
  process.send?.(batch)
}
