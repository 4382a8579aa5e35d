import { availableParallelism } from 'node:os'
import { expect, test } from '@jest/globals'
import { FAULTS } from '../fakes/fault.ts'
import { home } from '../house/tree.ts'
import { spread } from './batch.ts'
import { simulate } from './simulate.ts'
import { SITES } from './sites.ts'

const SEEDS = 20_000

test('whatever fails, dies or competes, nothing forbidden happens and a clean run ends well', async () => {
  const workers = Math.min(2, availableParallelism())
  const all = await spread({ root: home, from: 1, seeds: SEEDS, workers, stop: false })
  expect(all.violations).toEqual([])
  expect(all.seeds).toBe(SEEDS)
  // A world without trouble proves nothing: every fault struck every call, every end was reached.
  const every = SITES.flatMap((site) => FAULTS.map((fault) => `${fault} ${site}`))
  expect(every.filter((one) => !all.struck.includes(one))).toEqual([])
  expect(all.struck.filter((one) => !every.includes(one))).toEqual([])
  expect(all.results.toSorted()).toEqual(['completed', 'failed', 'open', 'rolled-back'])
}, 600_000)

test('a seed replays to the same history, call by call', async () => {
  for (const seed of [82, 101, 295, 1370]) {
    const first = await simulate(seed, true)
    const again = await simulate(seed, true)
    expect(first.trace.length).toBeGreaterThan(20)
    expect(again.trace).toEqual(first.trace)
    expect(again.violations).toEqual(first.violations)
  }
  expect((await simulate(1, true)).trace).not.toEqual((await simulate(2, true)).trace)
})
