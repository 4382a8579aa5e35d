import { availableParallelism } from 'node:os'
import { expect, test } from '@jest/globals'
import { FAULTS } from '../../test/fakes/fault.ts'
import { home } from '../../test/house/tree.ts'
import { spread } from '../../test/simulation/batch.ts'
import { perSecond, progressOf } from '../../test/simulation/progress.ts'
import { SITES } from '../../test/simulation/sites.ts'

const FIRST = Number(process.env.RELEASE_ACTIONS_SEED ?? 1)
/** Half of them are enough for every fault to strike every call wherever the row of seeds begins. */
const SEEDS = 200_000

test('many seeds: nothing forbidden happens, a clean run ends well, and every fault struck every call', async () => {
  const begun = performance.now()
  const workers = availableParallelism()
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  const progress = progressOf(SEEDS, say)
  const asked = { root: home, from: FIRST, seeds: SEEDS, workers, stop: false }
  const all = await spread({ ...asked, progress })
  const rate = perSecond(all.seeds, performance.now() - begun)
  say(`${all.seeds} seeds from ${FIRST} on, ${all.violations.length} violations, ${rate} seeds/s`)
  expect(all.violations).toEqual([])
  expect(all.seeds).toBe(SEEDS)
  const every = SITES.flatMap((site) => FAULTS.map((fault) => `${fault} ${site}`))
  expect(every.filter((one) => !all.struck.includes(one))).toEqual([])
}, 1_200_000)
