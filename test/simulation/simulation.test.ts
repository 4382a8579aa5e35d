import { expect, test } from '@jest/globals'
import { simulate } from './simulate.ts'
import { FAULTS, SITES } from './sites.ts'

const SEEDS = 2000
test('whatever fails, dies or competes, nothing forbidden happens and a clean run ends well', async () => {
  const wrong: string[] = []
  const struck = new Set<string>()
  const results = new Set<string>()
  for (let seed = 1; seed <= SEEDS; seed++) {
    const run = await simulate(seed)
    wrong.push(...run.violations.map((v) => `seed ${seed}: ${v}`))
    for (const fault of run.struck) struck.add(fault)
    for (const result of run.results) results.add(result)
  }
  expect(wrong).toEqual([])
  // A world without trouble proves nothing: every call was struck, every fault struck most calls, every end was reached.
  const at = (fault: string) => SITES.filter((site) => struck.has(`${fault} ${site}`))
  expect(SITES.filter((site) => !FAULTS.some((fault) => at(fault).includes(site)))).toEqual([])
  for (const fault of FAULTS) expect(at(fault).length).toBeGreaterThan(SITES.length * 0.8)
  expect([...results].sort()).toEqual(['completed', 'failed', 'open', 'rolled-back'])
}, 300_000)

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
