import { setTimeout as sleep } from 'node:timers/promises'
import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from '../../test/actions/ledger-of.ts'
import { type Inputs, type ReleaseWorld, releaseWorld } from '../../test/actions/release-world.ts'
import type { Run } from '../../test/actions/run-action.ts'

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
const LONG = '[{ weight: 10%, bake: 60s }, { weight: 100%, bake: 1s }]'

/** Run it and end it by a signal `afterMs` after its first shift. */
async function cancelled(
  world: ReleaseWorld,
  signal: NodeJS.Signals,
  afterMs: number,
): Promise<Run & { readonly secondsAfter: number }> {
  let kill: (signal: NodeJS.Signals) => void = () => {}
  const onStart = (end: typeof kill) => {
    kill = end
  }
  const running = world.run('canary-promote', DEFAULTS, { onStart })
  while (world.traffic.put.length === 0) await sleep(20)
  await sleep(afterMs)
  const killed = performance.now()
  kill(signal)
  const run = await running
  return { ...run, secondsAfter: (performance.now() - killed) / 1000 }
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  '[CP-02] %s during a stage: the traffic goes back first, then it is recorded',
  async (signal) => {
    await using world = await releaseWorld({ ...QUIET, stages: LONG })
    await world.plan()
    const kindsAtShift: (readonly string[])[] = []
    world.traffic.take = async (weights) => {
      if (weights.green === 0) kindsAtShift.push((await ledgerOf(world)).kinds)
      return weights
    }
    const run = await cancelled(world, signal, 1500)
    expect(run.exit).toBe(1)
    expect(run.outputs).toMatchObject({
      verdict: 'inconclusive',
      reason: expect.stringContaining('the job was cancelled'),
      rolled_back: 'true',
      weights: '{"blue":100,"green":0}',
    })
    expect(run.secondsAfter).toBeLessThan(5)
    // The first time nothing of the cancellation is in the record yet.
    expect(kindsAtShift[0]).toEqual(['plan', 'intent', 'outcome'])
    const { entries, open } = await ledgerOf(world)
    expect(entries.at(-1)?.payload).toMatchObject({ effect: 'release', result: 'rolled-back' })
    expect(open).toEqual([])
  },
)

test('cancelled while GitHub is down: the traffic is back all the same', async () => {
  await using world = await releaseWorld({ ...QUIET, stages: LONG })
  await world.plan()
  world.traffic.take = (weights) => {
    if (weights.green === 0) world.github.faults.push({ path: /./, times: 99, before: 'reset' })
    return weights
  }
  const run = await cancelled(world, 'SIGTERM', 1500)
  expect(run.exit).toBe(1)
  expect(run.outputs.verdict).toBe('inconclusive')
  expect(world.traffic.weights).toEqual({ blue: 100, green: 0 })
})

test('a look that hangs does not keep a cancelled job', async () => {
  await using world = await releaseWorld({ ...QUIET, stages: LONG })
  await world.plan()
  let hang = false
  world.traffic.take = (weights) => {
    hang = weights.green === 10
    return weights
  }
  world.traffic.hangs = () => hang
  const run = await cancelled(world, 'SIGTERM', 2500)
  expect(run.outputs.rolled_back).toBe('true')
  // The look itself would take eight seconds more; GitHub leaves a job ten in all.
  expect(run.secondsAfter).toBeLessThan(6)
})

test('a way back that was interrupted is gone to its end, whatever the stage says', async () => {
  await using world = await releaseWorld(QUIET)
  await world.plan()
  await world.run('canary-promote', { ...DEFAULTS, stages: 'one' })
  world.traffic.take = () => ({ blue: 90, green: 10 })
  const stuck = await world.run('canary-promote', {
    ...DEFAULTS,
    operation: 'roll-back',
    reason: 'complaints',
  })
  expect(stuck.exit).toBe(1)
  expect((await ledgerOf(world)).kinds.at(-1)).toBe('intent')
  world.traffic.take = (weights) => weights

  const skip = await world.run('canary-promote', { ...DEFAULTS, promote_immediately: 'true' })
  expect(skip.outputs.reason).toMatch(/^the release is on its way back/)
  const run = await world.run('canary-promote', DEFAULTS)
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({ rolled_back: 'true', weights: '{"blue":100,"green":0}' })
})

test('[PM-23] two runs at once: the release is moved once, the chain stays whole', async () => {
  await using world = await releaseWorld(QUIET)
  await world.plan()
  const runs = await Promise.all([
    world.run('canary-promote', DEFAULTS),
    world.run('canary-promote', DEFAULTS, { env: { GITHUB_RUN_ID: '8' } }),
  ])
  const { entries } = await ledgerOf(world)
  const stages = entries.flatMap((e) => (e.kind === 'verdict' ? [e.payload.stage] : []))
  expect(stages).toEqual([0, 1])
  expect(world.traffic.weights).toEqual({ blue: 0, green: 100 })
  expect(runs.filter((run) => run.outputs.deployment_successful === 'true')).not.toEqual([])
  for (const { outputs } of runs)
    expect([outputs.reason, outputs.verdict]).toEqual(
      outputs.verdict === 'pass'
        ? ['all 2 stages passed', 'pass']
        : [expect.stringMatching(/^another run has moved/), 'inconclusive'],
    )
})
