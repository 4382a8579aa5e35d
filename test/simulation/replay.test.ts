import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import type { Kept } from './case.ts'
import { shrink } from './shrink.ts'
import { replay, simulate } from './simulate.ts'

const KEPT = JSON.parse(
  readFileSync(new URL('regressions.json', import.meta.url), 'utf8'),
) as readonly Kept[]

test('what went wrong once does not go wrong again', async () => {
  for (const kept of KEPT) {
    const { violations } = await replay(kept)
    expect({ what: kept.what, violations }).toEqual({ what: kept.what, violations: [] })
  }
})

test('a seed played from its data, the faults that struck, has the same history', async () => {
  let struck = 0
  for (let seed = 1; seed <= 200; seed++) {
    const first = await simulate(seed, true)
    const again = await replay(JSON.parse(JSON.stringify(first.played)), true)
    expect(again.trace).toEqual(first.trace)
    expect(again.played.strikes).toEqual(first.played.strikes)
    struck += first.played.strikes.length
  }
  expect(struck).toBeGreaterThan(100)
})

test('what fails is made as small as it can be', async () => {
  const seeds = Array.from({ length: 200 }, (_, index) => simulate(index + 1))
  const runs = await Promise.all(seeds)
  const busy = runs.find(
    ({ played: { scenario, strikes } }) => strikes.length > 2 && scenario.rivals.length === 2,
  )
  const last = busy?.played.strikes.at(-1)
  expect(busy).toBeDefined()
  if (busy === undefined || last === undefined) return
  // As if this one fault led to something forbidden while a rival is about.
  const smallest = await shrink(
    busy.played,
    async ({ strikes, scenario }) => strikes.includes(last) && scenario.rivals.length > 0,
  )
  expect(smallest.strikes).toEqual([last])
  expect(smallest.scenario).toMatchObject({ strategy: 'direct', lag: 0, slow: 0, noise: 0 })
  expect(smallest.scenario.rivals).toHaveLength(1)
})
