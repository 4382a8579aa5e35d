import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import { lostAtFirstShift } from './lost-runner.ts'
import { type Inputs, type ReleaseWorld, releaseWorld } from './release-world.ts'

// Each test plans a release and rolls it out, in processes of their own.
jest.setTimeout(120_000)

/** Without issues nobody waits for GitHub's list of them to settle. */
const QUIET = { hasIssues: false }
const DEFAULTS: Inputs = {
  canary_version: '1.1.0',
  stages: 'all',
  promote_immediately: 'false',
  operation: 'advance',
}

const TIME_LAPSE = `--import=${join(import.meta.dirname, 'time-lapse.mjs')}`

const promote = (world: ReleaseWorld, inputs: Inputs = {}, more = {}) =>
  world.run('canary-promote', { ...DEFAULTS, ...inputs }, more)

test.concurrent('a planned release goes through its stages, and all outputs are set', async () => {
  await using world = await releaseWorld(QUIET)
  const hash = await world.plan()
  const dry = await promote(world, { 'dry-run': 'true' })
  expect(dry.outputs.reason).toBe('dry run: the next step is shift')
  expect((await ledgerOf(world)).kinds).toEqual(['plan'])
  expect(world.traffic.put).toEqual([])

  const run = await promote(world, { 'plan-hash': hash })
  expect(run.outputs).toEqual({
    verdict: 'pass',
    reason: 'all 2 stages passed',
    evidence: expect.stringContaining('"weights"'),
    state: 'completing',
    deployment_successful: 'true',
    deployment_endpoint: 'http://front.example',
    weights: '{"blue":0,"green":100}',
    rolled_back: 'false',
    plan_hash: hash,
    stage: '2',
    handed_over: 'false',
  })
  expect(run.exit).toBe(0)
  expect(world.traffic.put).toEqual([
    { blue: 90, green: 10 },
    { blue: 0, green: 100 },
  ])
  const stage = ['intent', 'outcome', 'verdict']
  expect((await ledgerOf(world)).kinds).toEqual(['plan', ...stage, ...stage])
  expect(run.summary).toContain('xychart-beta')

  const again = await promote(world)
  expect(again.outputs).toMatchObject({ verdict: 'pass', deployment_successful: 'true' })
  expect((await ledgerOf(world)).entries).toHaveLength(7)
  expect(world.traffic.put).toHaveLength(2)
})

test.concurrent('one stage at a time: the next run goes on with the next one', async () => {
  await using world = await releaseWorld(QUIET)
  await world.plan({ deployment_strategy: 'blue-green' })
  const first = await promote(world, { stages: 'one' })
  expect(first.outputs).toMatchObject({
    verdict: 'pass',
    stage: '1',
    deployment_successful: 'false',
  })
  expect(world.traffic.weights).toEqual({ blue: 100, green: 0 })
  const second = await promote(world, { stages: 'one' })
  expect(second.outputs).toMatchObject({ stage: '2', deployment_successful: 'true' })
  expect(world.traffic.weights).toEqual({ blue: 0, green: 100 })
})

test.concurrent('another version in the slot takes all traffic back', async () => {
  await using world = await releaseWorld(QUIET)
  await world.plan()
  world.traffic.take = (weights) => {
    if (weights.green === 10) world.traffic.versions.green = '1.0.9'
    return weights
  }
  const run = await promote(world)
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({
    verdict: 'fail',
    reason: expect.stringContaining('version: 1.0.9, wanted 1.1.0'),
    deployment_successful: 'false',
    rolled_back: 'true',
    weights: '{"blue":100,"green":0}',
    stage: '0',
  })
  const { entries, open } = await ledgerOf(world)
  expect(entries.at(-1)?.payload).toMatchObject({ effect: 'release', result: 'rolled-back' })
  expect(open).toEqual([])
  const again = await promote(world)
  expect(again.exit).toBe(1)
  expect(again.outputs.reason).toContain('the release has rolled back')
})

test.concurrent('a router that does not do what it is told fails closed, and is asked again by the next run', async () => {
  await using world = await releaseWorld(QUIET)
  await world.plan()
  world.traffic.take = () => ({ blue: 40, green: 60 })
  // It is given 45 s to come round. Much faster, and a busy machine takes longer for an entry than a shift waits.
  const run = await promote(world, {}, { env: { NODE_OPTIONS: TIME_LAPSE, TIME_LAPSE: '10' } })
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'inconclusive', deployment_successful: '' })
  expect(run.outputs.reason).toMatch(/^the router holds other weights than it was given: blue 40/)
  expect((await ledgerOf(world)).kinds).toEqual(['plan', 'intent'])

  world.traffic.take = (weights) => weights
  const next = await promote(world)
  expect(next.outputs).toMatchObject({ verdict: 'pass', weights: '{"blue":0,"green":100}' })
  expect(next.log).toContain('settled an interrupted step: the router has blue 40 %, green 60 %')
  expect((await ledgerOf(world)).kinds.slice(0, 5)).toEqual([
    ...['plan', 'intent', 'outcome', 'intent', 'outcome'],
  ])
})

test.concurrent('[PM-24] [CP-35] a shift whose outcome nobody wrote is settled by asking the router', async () => {
  await using world = await releaseWorld(QUIET)
  await world.plan()
  await lostAtFirstShift(world, (more) => promote(world, {}, more))
  expect(world.traffic.weights).toEqual({ blue: 90, green: 10 })
  expect((await ledgerOf(world)).kinds).toEqual(['plan', 'intent'])

  const run = await promote(world)
  expect(run.outputs.verdict).toBe('pass')
  expect(run.log).toContain('settled an interrupted step: the router has blue 90 %, green 10 %')
  expect(world.traffic.put).toEqual([
    { blue: 90, green: 10 },
    { blue: 0, green: 100 },
  ])
})

test.concurrent('[CP-24] a frozen channel stops before the next shift', async () => {
  await using world = await releaseWorld()
  await world.plan()
  await promote(world, { stages: 'one' })
  await world.run('auto-freeze-issue', { version: '1.1.0', gate: 'gate', reason: 'too slow' })
  const run = await promote(world)
  expect(run.exit).toBe(1)
  expect(run.outputs.verdict).toBe('inconclusive')
  expect(run.outputs.reason).toMatch(/^checkout stable is frozen by issue 2 .* closes that issue$/)
  expect(world.traffic.weights).toEqual({ blue: 90, green: 10 })
})

test.concurrent('what is not planned, or planned otherwise, is refused', async () => {
  await using world = await releaseWorld(QUIET)
  const none = await promote(world)
  expect(none.outputs.reason).toBe('there is no plan for checkout 1.1.0. Run the action plan first')
  await world.plan()
  const other = `sha256:${'0'.repeat(64)}`
  for (const inputs of [{}, { promote_immediately: 'true' }, { operation: 'roll-back' }]) {
    const run = await promote(world, { ...inputs, 'plan-hash': other })
    expect(run.outputs.reason).toMatch(/^the ledger holds the plan .*Start the pipeline again$/)
  }
  expect((await ledgerOf(world)).kinds).toEqual(['plan'])
  expect(world.traffic.put).toEqual([])
})

test.concurrent('a person takes it back, once', async () => {
  await using world = await releaseWorld(QUIET)
  await world.plan()
  await promote(world, { stages: 'one' })
  const back = { operation: 'roll-back', reason: 'complaints $(id) @all' }
  const run = await promote(world, back)
  expect(run.outputs).toMatchObject({ verdict: 'pass', rolled_back: 'true' })
  expect(world.traffic.weights).toEqual({ blue: 100, green: 0 })
  const { entries, open } = await ledgerOf(world)
  expect(entries.at(-1)?.payload).toMatchObject({ reason: 'complaints $(id) @all' })
  expect(open).toEqual([])
  const again = await promote(world, back)
  expect(again.outputs.reason).toBe('was rolled back before: blue 100 %, green 0 %')
  expect((await ledgerOf(world)).entries).toHaveLength(entries.length)
  world.traffic.weights = { blue: 50, green: 50 }
  const moved = await promote(world, back)
  expect(moved.exit).toBe(1)
  expect(moved.outputs.reason).toContain('Use release-rollback to 1.0.0')
})

test.concurrent('only a person in a first attempt skips stages; the last one is judged', async () => {
  await using world = await releaseWorld(QUIET)
  await world.plan()
  const now = { promote_immediately: 'true' }
  for (const env of [{ GITHUB_RUN_ATTEMPT: '2' }, { GITHUB_ACTOR: 'renovate[bot]' }]) {
    const refused = await promote(world, now, { env })
    expect(refused.outputs.reason).toMatch(/^promote is for a person/)
  }
  const run = await promote(world, now)
  expect(run.outputs).toMatchObject({ verdict: 'pass', stage: '2' })
  expect(world.traffic.put).toEqual([{ blue: 0, green: 100 }])
  const { entries } = await ledgerOf(world)
  expect(entries[1]?.payload).toMatchObject({ gate: 'operator', reason: 'skipped by alice' })
})

test.concurrent('answers that are lost while it rolls out leave each entry once', async () => {
  await using world = await releaseWorld(QUIET)
  await world.plan({ deployment_strategy: 'direct' })
  world.github.faults.push({ operation: 'mutation', path: /^\/graphql$/, times: 3, after: 'reset' })
  const run = await promote(world)
  expect(run.outputs).toMatchObject({ verdict: 'pass', deployment_successful: 'true' })
  expect((await ledgerOf(world)).kinds).toEqual(['plan', 'intent', 'outcome', 'verdict'])
  expect(world.traffic.put).toEqual([{ blue: 0, green: 100 }])
})
