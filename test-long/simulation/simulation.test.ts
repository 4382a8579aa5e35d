import { availableParallelism } from 'node:os'
import { expect, test } from '@jest/globals'
import { FAULTS } from '../../test/fakes/fault.ts'
import { home } from '../../test/house/tree.ts'
import { spread } from '../../test/simulation/batch.ts'
import { SITES } from '../../test/simulation/sites.ts'

const FIRST = Number(process.env.RELEASE_ACTIONS_SEED ?? 1)
const SEEDS = 5_000

test('many seeds: nothing forbidden happens, a clean run ends well, and every fault struck every call', async () => {
  const begun = performance.now()
  const workers = availableParallelism()
  const all = await spread({ root: home, from: FIRST, seeds: SEEDS, workers, stop: false })
  const rate = Math.round((all.seeds * 1000) / (performance.now() - begun))
  process.stdout.write(
    `${all.seeds} seeds from ${FIRST} on, ${all.violations.length} violations, ${rate} seeds/s\n`,
  )
  expect(all.violations).toEqual([])
  expect(all.seeds).toBe(SEEDS)
  const every = SITES.flatMap((site) => FAULTS.map((fault) => `${fault} ${site}`))
  expect(every.filter((one) => !all.struck.includes(one))).toEqual([])
}, 1_200_000)
