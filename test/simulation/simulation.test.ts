import { expect, test } from '@jest/globals'
import { simulate } from './simulate.ts'

const SEEDS = 2000
const SITES = [
  'issues.create',
  'issues.get',
  'issues.list',
  'issues.update',
  'ledger.commit',
  'ledger.create',
  'ledger.files',
  'ledger.head',
  'metrics.read',
  'releases.get',
  'releases.publish',
  'repository.permission',
  'repository.rules',
  'repository.tag',
  'router.shift',
  'router.weights',
  'slot.start',
  'slot.version',
]
const FAULTS = ['fail-before', 'fail-after', 'crash-before', 'crash-after']

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
  // Every fault struck every call at least once, and every end was reached: a world without trouble proves nothing.
  const missed = SITES.flatMap((site) => FAULTS.map((fault) => `${fault} ${site}`))
  expect(missed.filter((m) => !struck.has(m))).toEqual([])
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
