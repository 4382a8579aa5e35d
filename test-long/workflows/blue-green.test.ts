import { beforeAll, describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../../sandbox/act/index.ts'
import { REPOSITORY } from '../../sandbox/demo/sandbox.ts'
import { serving } from '../../sandbox/demo/scenarios.ts'
import { AT_ONCE, UNDER_TRAFFIC } from '../../sandbox/world/versions.ts'
import { entries, kinds, links, state } from '../../test/workflows/record.ts'
import { errors, job, results, rig, testWellFormed } from '../../test/workflows/rig.ts'

const versions = [
  { version: '1.0.0', fault: null },
  { version: '1.1.0', fault: null },
  { version: '1.2.0', fault: { ...AT_ONCE, errorRate: 0.2 } },
  { version: '1.3.0', fault: { ...UNDER_TRAFFIC, afterCustomerRequests: 20 } },
]
const world = rig(['1.1.0', '1.2.0', '1.3.0'], { versions })
const blueGreen = { deployment_strategy: 'blue-green' }
const running = () => world.sandbox.world.platform.slots()
const issue = (title: string) =>
  world.sandbox.github.issues(REPOSITORY).find((i) => i.title === title)

describe('a healthy version, released blue-green', () => {
  let run: WorkflowRun
  let before: ReturnType<typeof running>

  beforeAll(async () => {
    before = running()
    run = await world.release('1.1.0', blueGreen)
  })

  test('is looked at without traffic, then gets all of it at once', async () => {
    expect(run.conclusion).toBe('success')
    const shifts = (await entries(world.sandbox, '1.1.0')).flatMap((entry) =>
      entry.kind === 'outcome' && entry.payload.effect === 'shift' ? [entry.payload.weights] : [],
    )
    expect(shifts).toEqual([
      { blue: 100, green: 0 },
      { blue: 0, green: 100 },
    ])
    expect(await world.sandbox.world.traffic.weights()).toEqual({ blue: 0, green: 100 })
  })

  test('leaves the old version up in the same process, so that switching back starts nothing', () => {
    expect(running()[0]).toEqual(before[0])
    expect(running()[0]).toMatchObject({ slot: 'blue', version: '1.0.0' })
  })
})

describe('release-rollback', () => {
  let run: WorkflowRun
  const back = {
    rollback_version: '1.0.0',
    rollback_reason: 'orders are lost',
    pypi_action: 'yank',
  }
  const rollBack = (inputs: Record<string, string>) =>
    world.run({
      workflow: 'release-rollback.yml',
      inputs: { ...back, environment: world.sandbox.profile, ...inputs },
    })

  beforeAll(async () => {
    run = await rollBack({})
  })

  test('switches the traffic back to the old version and ends green', async () => {
    expect(run.conclusion).toBe('success')
    expect(new Set(Object.values(results(run)))).toEqual(new Set(['success']))
    expect(await world.sandbox.world.traffic.weights()).toEqual({ blue: 100, green: 0 })
    expect(await serving(world.sandbox)).toBe('1.0.0')
  })

  test('writes intent, outcome and end into the chain of the version that is left', async () => {
    const added = (await kinds(world.sandbox, '1.1.0')).slice(-4)
    expect(added).toEqual(['completed', 'intent', 'outcome', 'rolled-back'])
    expect(await links(world.sandbox, '1.1.0')).not.toContain(false)
    expect((await entries(world.sandbox, '1.1.0')).at(-1)).toMatchObject({
      actor: 'octocat',
      payload: { reason: 'orders are lost' },
    })
  })

  test('closes its own tracking issue, makes the hotfix branch from the tag, and says what a maintainer yanks', async () => {
    const tracking = issue('Rollback of checkout-service from v1.1.0 to v1.0.0')
    expect(tracking).toMatchObject({ state: 'closed' })
    expect([...(tracking?.labels ?? [])].sort()).toEqual([
      'emergency',
      'priority-critical',
      'rollback',
    ])
    const { git } = world.sandbox.github.repository(REPOSITORY)
    const branch = await git.objectAt('refs/heads/hotfix/rollback-to-v1.0.0')
    expect(branch).toBe(world.sandbox.population.consumer.commits['1.0.0'])
    const told = run.summaries.find((s) => s.job.endsWith('handle-pypi-action'))?.markdown
    expect(told).toContain('Yank the release 1.1.0')
  })

  test('refuses a target that is newer than what serves and changes nothing', async () => {
    const before = await state(world.sandbox)
    const refused = await rollBack({ rollback_version: '1.1.0' })
    expect(refused.conclusion).toBe('failure')
    expect(errors(refused, 'validate-rollback')).toContain('is not older than 1.0.0')
    expect(await state(world.sandbox)).toEqual(before)
  })

  test('refuses every event but a dispatch by a person', async () => {
    const before = await state(world.sandbox)
    const refused = await world.runFile('release-rollback', {
      ...back,
      environment: world.sandbox.profile,
    })
    expect(refused.conclusion).toBe('failure')
    expect(errors(refused, 'validate-rollback')).toContain('started by workflow_dispatch only')
    expect(await state(world.sandbox)).toEqual(before)
  })
})

describe('a version with a fault, released blue-green', () => {
  test('is stopped by the smoke tests before it has traffic when the first request shows the fault', async () => {
    const run = await world.release('1.2.0', blueGreen)
    expect(run.conclusion).toBe('failure')
    expect(job(run, 'performance-smoke-tests').result).toBe('failure')
    expect(job(run, 'deploy-release').result).toBe('skipped')
    expect(await kinds(world.sandbox, '1.2.0')).toEqual(['plan', 'failed'])
    expect(await world.sandbox.world.traffic.weights()).toEqual({ blue: 100, green: 0 })
  })

  test('is switched back at once when only real traffic shows the fault', async () => {
    const load = await world.sandbox.world.startLoad({ ratePerSecond: 400, connections: 20 })
    const run = await world.release('1.3.0', blueGreen)
    await load.stop()
    expect(run.conclusion).toBe('failure')
    const outputs = { rolled_back: 'true', stage: '1' }
    expect(job(run, 'deploy-release').outputs).toMatchObject(outputs)
    expect(await world.sandbox.world.traffic.weights()).toEqual({ blue: 100, green: 0 })
    expect(await serving(world.sandbox)).toBe('1.0.0')
    expect(issue('Release freeze: observability gate failed for v1.3.0')?.state).toBe('open')
  })
})

testWellFormed(world)
