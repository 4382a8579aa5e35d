import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import { openIssues, type ReleaseWorld } from './release-world.ts'
import { MINUTE, promote, record, tickAt, tickWorld } from './tick-world.ts'

// Each test plans a release and rolls it out, in processes of their own.
jest.setTimeout(120_000)

const FIRST = { blue: 90, green: 10 }

test.concurrent('a person pauses: the stage is judged, nothing is moved on until a person resumes it', async () => {
  await using world = await tickWorld()
  const hash = await world.plan()
  await promote(world)
  const paused = await promote(world, { operation: 'pause', reason: 'the weekend' })
  expect(paused.outputs).toMatchObject({ verdict: 'pass', handed_over: 'true' })
  expect((await promote(world, { operation: 'pause' })).outputs.verdict).toBe('pass')
  const tick = await tickAt(world, 61 * MINUTE)
  expect(tick.outputs.verdict).toBe('pass')
  expect(world.traffic.weights).toEqual(FIRST)
  const { entries, kinds } = await ledgerOf(world)
  expect(kinds).toEqual(['plan', 'intent', 'outcome', 'decision', 'verdict'])
  expect(entries[3]).toMatchObject({
    payload: { decision: 'pause', by: 'alice', reason: 'the weekend' },
  })
  const left = await record(world, hash)
  expect(left.outputs).toMatchObject({ verdict: 'pass', result: 'open' })
  expect(openIssues(world)[0]?.body).toContain('paused by alice: the weekend')
  const resumed = await promote(world, { operation: 'resume', reason: 'it is Monday' })
  expect(resumed.outputs).toMatchObject({ verdict: 'pass', handed_over: 'true', stage: '1' })
  expect(world.traffic.weights).toEqual({ blue: 0, green: 100 })
})

test.concurrent('a tick looks at a release that a person has paused, or a freeze holds, and takes a bad one back', async () => {
  const bad = async (hold: (world: ReleaseWorld) => Promise<unknown>) => {
    await using world = await tickWorld()
    await world.plan()
    await promote(world)
    await hold(world)
    const calm = await tickAt(world, 61 * MINUTE)
    expect(calm.outputs.verdict).toBe('pass')
    expect(world.traffic.weights).toEqual(FIRST)
    world.traffic.status = 503
    const run = await tickAt(world, 90 * MINUTE)
    expect(run.outputs.verdict).toBe('fail')
    expect(run.outputs.reason).toContain('error-rate: 100 %')
    expect(world.traffic.weights).toEqual({ blue: 100, green: 0 })
  }
  await Promise.all([
    bad((world) => promote(world, { operation: 'pause', reason: 'the weekend' })),
    bad((world) => world.run('auto-freeze-issue', { version: '1.1.0', reason: 'x', gate: 'y' })),
  ])
})

test.concurrent('only a person pauses and resumes, in a first attempt, and only what goes on', async () => {
  await using world = await tickWorld({ hasIssues: false })
  await world.plan()
  await promote(world)
  const bot = await promote(world, { operation: 'pause' }, { GITHUB_TRIGGERING_ACTOR: 'x[bot]' })
  expect(bot.exit).toBe(1)
  expect(bot.outputs.reason).toContain('pause is for a person')
  const again = await promote(world, { operation: 'pause' }, { GITHUB_RUN_ATTEMPT: '2' })
  expect(again.outputs.reason).toContain('pause is for a person, in the first attempt of a run')
  const early = await promote(world, { operation: 'resume' })
  expect(early.exit).toBe(1)
  expect(early.outputs.reason).toContain('the release is not paused')
  await promote(world, { operation: 'roll-back', reason: 'enough' })
  const late = await promote(world, { operation: 'pause' })
  expect(late.exit).toBe(1)
  expect(late.outputs.reason).toContain('cannot be paused or resumed: the release has rolled back')
  expect((await ledgerOf(world)).kinds).not.toContain('decision')
})

test.concurrent('a stage that paused by itself stays open, and is judged anew when it is resumed', async () => {
  const objective = 'name: error-rate, metric: error-rate, unit: ratio, limit: 1%, min-samples: 5'
  await using world = await tickWorld({
    clock: '{ kind: inline }',
    stages: '[{ weight: 10%, bake: 1s }, { weight: 100%, bake: 1s }]',
    objectives: `[{ ${objective}, on-breach: pause }]`,
  })
  const hash = await world.plan()
  world.traffic.status = 500
  expect((await promote(world)).outputs).toMatchObject({ verdict: 'fail', rolled_back: 'false' })
  expect((await record(world, hash)).outputs).toMatchObject({
    ...{ verdict: 'inconclusive', result: 'open' },
  })
  world.traffic.status = 200
  const resumed = await promote(world, { operation: 'resume', reason: 'repaired' })
  expect(resumed.outputs).toMatchObject({ verdict: 'pass', deployment_successful: 'true' })
  expect((await record(world, hash, 'success')).outputs.result).toBe('completed')
})
