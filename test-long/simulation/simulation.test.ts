import { expect, test } from '@jest/globals'
import { simulate } from '../../test/simulation/simulate.ts'
import { FAULTS, SITES } from '../../test/simulation/sites.ts'

const FIRST = Number(process.env.RELEASE_ACTIONS_SEED ?? 1)
const SEEDS = 20_000

test('many seeds: nothing forbidden happens, a clean run ends well, and every fault struck every call', async () => {
  const wrong: string[] = []
  const struck = new Set<string>()
  for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
    const run = await simulate(seed)
    wrong.push(...run.violations.map((v) => `seed ${seed}: ${v}`))
    for (const fault of run.struck) struck.add(fault)
  }
  expect(wrong).toEqual([])
  const all = SITES.flatMap((site) => FAULTS.map((fault) => `${fault} ${site}`))
  expect(all.filter((fault) => !struck.has(fault))).toEqual([])
}, 900_000)
