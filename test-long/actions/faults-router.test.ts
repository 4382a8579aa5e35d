import { setTimeout as delay } from 'node:timers/promises'
import { expect, jest, test } from '@jest/globals'
import { rolloutOf } from '../../src/domain/rollout/state.ts'
import { ledgerOf } from '../../test/actions/ledger-of.ts'
import {
  appends,
  type Inputs,
  PLAN_INPUTS,
  type ReleaseWorld,
  releaseWorld,
  writes,
} from '../../test/actions/release-world.ts'
import { json, serve } from '../../test/actions/server.ts'

// Each test plans a release and rolls it out, in processes of their own.
jest.setTimeout(120_000)

const BACK = { blue: 100, green: 0 }
/** Judged by the built-in prober, which asks the new version's slot five times a look. */
const JUDGED = {
  hasIssues: false,
  objectives: '[{ name: error-rate, metric: error-rate, unit: ratio, limit: 1%, min-samples: 5 }]',
  more: 'metrics: { provider: prober, path: /orders, requests-per-look: 5 }\n',
}

const promote = (world: ReleaseWorld, inputs: Inputs = {}) =>
  world.run('canary-promote', {
    ...{ canary_version: '1.1.0', stages: 'all', operation: 'advance' },
    ...{ promote_immediately: 'false', ...inputs },
  })

const SLOW = '[{ weight: 10%, bake: 4s }, { weight: 100%, bake: 1s }]'
/** Entries until the first stage has its weight: plan, intent, outcome. */
const OF_FIRST_STAGE = 3

/** The new version fails as soon as it has users; then `also` happens. */
function failsAtFirst(world: ReleaseWorld, also: () => void): void {
  world.traffic.take = (weights) => {
    if (weights.green === 10 && world.traffic.status === 200) {
      world.traffic.status = 503
      also()
    }
    return weights
  }
}

test.concurrent.each([
  ['refuses the token (401)', 401],
  ['is down (503)', 503],
] as const)(
  '[CP-33] GitHub %s while an objective is broken: the traffic is back, the record follows',
  async (_name, before) => {
    await using world = await releaseWorld({ ...JUDGED, stages: SLOW })
    await world.plan()
    const running = promote(world)
    while (appends(world).length < OF_FIRST_STAGE) await delay(20)
    world.github.faults.push({ path: /./, times: 999, before })
    world.traffic.status = 503
    const run = await running
    expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
    expect(world.traffic.put).toEqual([{ blue: 90, green: 10 }, BACK])
    world.github.faults.length = 0
    const again = await promote(world)
    expect(again.outputs).toMatchObject({ verdict: 'fail', rolled_back: 'true' })
    expect(world.traffic.put.slice(1)).toEqual([BACK, BACK])
    const { entries } = await ledgerOf(world)
    expect(rolloutOf(entries)?.result).toBe('rolled-back')
  },
)

test.concurrent('[CP-33] GitHub refuses the token right after the traffic moved: nobody could judge the new weight, so it is taken away', async () => {
  await using world = await releaseWorld(JUDGED)
  await world.plan()
  world.traffic.take = (weights) => {
    if (world.traffic.put.length === 1)
      world.github.faults.push({ path: /./, times: 999, before: 401 })
    return weights
  }
  const run = await promote(world)
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(world.traffic.put).toEqual([{ blue: 90, green: 10 }, BACK])
  world.github.faults.length = 0
  const again = await promote(world)
  expect(again.outputs.verdict).toBe('pass')
  expect(world.traffic.weights).toEqual({ blue: 0, green: 100 })
})

test.concurrent.each([
  ['storms (5xx) for three requests', 3],
  ['storms for as long as anybody asks', 999],
])(
  '[CP-32] a router that %s on the way back is asked again, within a bound',
  async (_name, times) => {
    await using world = await releaseWorld(JUDGED)
    await world.plan()
    let storms = 0
    failsAtFirst(world, () => {
      storms = times
    })
    world.traffic.refuses = () => world.traffic.put.length > 1 && storms-- > 0
    const from = Date.now()
    const run = await promote(world)
    expect(Date.now() - from).toBeLessThan(60_000)
    expect(run.exit).toBe(1)
    if (times === 3) expect(world.traffic.weights).toEqual(BACK)
    else expect(run.outputs).toMatchObject({ verdict: 'inconclusive' })
    storms = 0
    const again = await promote(world)
    expect(again.outputs).toMatchObject({ rolled_back: 'true' })
    expect(world.traffic.weights).toEqual(BACK)
  },
)

test.concurrent('[CP-05] a router that takes seconds to hold new weights: the stage begins when it does', async () => {
  await using world = await releaseWorld(JUDGED)
  await world.plan()
  world.traffic.lag = 1500
  const run = await promote(world)
  expect(run.log).toContain('green 0 instead of 10: waiting')
  expect(run.outputs.verdict).toBe('pass')
  expect(world.traffic.put.map(({ green }) => green)).toEqual([10, 100])
})

test.concurrent('[CP-15] a new version of the bytes that serve already is no release', async () => {
  await using world = await releaseWorld({
    hasIssues: false,
    files: {
      '1.0.0': { 'checkout-1.0.0.tgz': 'a build' },
      '1.1.0': { 'checkout-1.1.0.tgz': 'a build' },
    },
  })
  const run = await world.run('plan', PLAN_INPUTS)
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(run.outputs.reason).toContain(
    'every artefact of 1.1.0 has the bytes of its baseline v1.0.0',
  )
  expect([writes(world), world.traffic.put]).toEqual([[], []])
})

test.concurrent('[CP-21] a run of an older release that resumes after a newer one has begun moves nothing', async () => {
  await using world = await releaseWorld({ hasIssues: false, releases: { '1.2.0': false } })
  const hash = await world.plan()
  await promote(world, { stages: 'one' })
  await promote(world, { operation: 'roll-back', reason: 'not today' })
  const newer = await world.run('plan', { ...PLAN_INPUTS, release_version: '1.2.0' })
  expect(newer.outputs.verdict).toBe('pass')
  const before = [...world.traffic.put]
  for (const inputs of [{ 'plan-hash': hash }, {}, { promote_immediately: 'true' }]) {
    const run = await promote(world, inputs)
    expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
    expect(run.outputs.reason).toContain('has rolled back')
  }
  expect(world.traffic.put).toEqual(before)
})

test.concurrent('[CP-12] a release that waited and turned bad goes back, and never reaches the next stage', async () => {
  await using world = await releaseWorld(JUDGED)
  await world.plan()
  const first = await promote(world, { stages: 'one' })
  expect(first.outputs).toMatchObject({ verdict: 'pass', stage: '1' })
  world.traffic.status = 503
  const run = await promote(world)
  expect([run.exit, run.outputs.verdict, run.outputs.rolled_back]).toEqual([1, 'fail', 'true'])
  expect(run.log).toContain('before stage 2/2: fail: error-rate: 100 %')
  expect(world.traffic.put.map(({ green }) => green)).toEqual([10, 0])
})

test.concurrent('a release that waited and cannot be judged stays where it is, until it can', async () => {
  const counted =
    '[{ name: error-rate, metric: error-rate, unit: ratio, limit: 1%, min-samples: 5 }]'
  let samples = '100'
  await using prometheus = await serve(({ url }, response) => {
    const time = Number(new URLSearchParams(url.split('?')[1]).get('time'))
    const value = decodeURIComponent(url).includes('"5..') ? '0' : samples
    const result = [{ metric: {}, value: [time, value] }]
    json(response, { status: 'success', data: { resultType: 'vector', result } })
  })
  await using world = await releaseWorld({
    ...{ hasIssues: false, objectives: counted, allow: [prometheus.url] },
    more: `metrics: { provider: prometheus, url: '${prometheus.url}' }\n`,
  })
  await world.plan()
  await promote(world, { stages: 'one' })
  samples = '3'
  const unsure = await promote(world)
  expect([unsure.exit, unsure.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(unsure.outputs.reason).toMatch(/^before stage 2: .*3 of 5 samples.*No traffic was moved/)
  expect(world.traffic.weights).toEqual({ blue: 90, green: 10 })
  samples = '100'
  const sure = await promote(world)
  expect(sure.outputs.verdict).toBe('pass')
  expect(world.traffic.put.map(({ green }) => green)).toEqual([10, 100])
})
