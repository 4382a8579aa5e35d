/** @story */
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../../sandbox/act/index.ts'
import { REPOSITORY } from '../../sandbox/demo/sandbox.ts'
import { serving } from '../../sandbox/demo/scenarios.ts'
import { UNDER_TRAFFIC, VERSIONS } from '../../sandbox/world/versions.ts'
import { closeIssue } from './people.ts'
import { entries, kinds, links, open, state } from './record.ts'
import { errors, job, results, rig, testWellFormed } from './rig.ts'

/**
 * The defect shows after the 20th customer, so that a short stage is enough, and in every second order: of one in 20 the
 * 40 orders of a look, among those of the customers, can meet none, and then only the latency stops the version.
 */
const fault = { ...UNDER_TRAFFIC, afterCustomerRequests: 20, errorRate: 0.5 }
const versions = VERSIONS.map((v) => (v.version === '1.2.0' ? { ...v, fault } : v))
const world = rig(['1.2.0', '1.2.1'], { versions })
const issues = () => world.sandbox.github.issues(REPOSITORY)
const freezes = () => issues().filter((i) => i.title.startsWith('Release freeze'))
const tracking = (version: string) =>
  issues().find((i) => i.title === `Release checkout-service v${version}`)
let faulty: WorkflowRun

beforeAll(async () => {
  const load = await world.sandbox.world.startLoad({ ratePerSecond: 400, connections: 20 })
  faulty = await world.release('1.2.0')
  await load.stop()
})

describe('a version that is faulty under real traffic', () => {
  test('passes every check before the rollout, is stopped by it, and the run is red', () => {
    expect(faulty.conclusion).toBe('failure')
    expect(results(faulty)).toEqual({
      'pre-flight-validation': 'success',
      'observability-gate': 'success',
      'deploy-release': 'failure',
      'post-deployment-validation': 'skipped',
      'setup-rollback-readiness': 'skipped',
      'auto-freeze-on-observability-failure': 'success',
      'finalize-release-pipeline': 'failure',
    })
    const outputs = { rolled_back: 'true', stage: '0', deployment_successful: 'false' }
    expect(job(faulty, 'deploy-release').outputs).toMatchObject(outputs)
    expect(errors(faulty, 'deploy-release')).toContain('error-rate')
  })

  test('has no traffic any more, and its release stays a draft', async () => {
    expect(await world.sandbox.world.traffic.weights()).toEqual({ blue: 100, green: 0 })
    expect(await serving(world.sandbox)).toBe('1.0.0')
    const release = world.sandbox.github.releases(REPOSITORY).find((r) => r.tagName === 'v1.2.0')
    expect(release?.draft).toBe(true)
  })

  test('freezes its channel by one issue that says what, where, what to do and what lifts it', () => {
    const [issue, ...others] = freezes()
    expect(others).toEqual([])
    expect(issue?.state).toBe('open')
    expect([...(issue?.labels ?? [])].sort()).toEqual([
      'incident',
      'priority:high',
      'release-freeze',
    ])
    const { commits, sha } = world.sandbox.population.consumer
    const commit = commits['1.2.0'] ?? 'none'
    expect(commit).not.toBe(sha)
    const { serverUrl } = world.sandbox.github
    const facts = [
      '`v1.2.0`',
      'Build type | stable',
      `\`${commit}\``,
      `${serverUrl}/${REPOSITORY}/actions/runs/`,
    ]
    const words = [
      'Stop promotion',
      'release-rollback.yml',
      'A person with write access closes this issue',
    ]
    for (const text of [...facts, ...words]) expect(issue?.body).toContain(text)
  })

  test('leaves its tracking issue open with the exact command that takes it back', () => {
    expect(tracking('1.2.0')).toMatchObject({ state: 'open' })
    expect(tracking('1.2.0')?.labels).toContain('failed')
    const command = [
      'gh workflow run release-rollback.yml \\',
      '  -f rollback_version=1.0.0 \\',
      '  -f rollback_reason="roll back 1.2.0" \\',
      '  -f pypi_action=leave-as-is \\',
      `  -f environment=${world.sandbox.profile}`,
    ].join('\n')
    expect(tracking('1.2.0')?.body).toContain(command)
    expect(tracking('1.2.0')?.body).toContain('- [ ] Deployment')
  })

  test('is recorded up to the way back and the freeze, in a chain without a gap', async () => {
    const whole = [
      'plan',
      'verdict',
      'intent',
      'outcome',
      'verdict',
      'intent',
      'outcome',
      'rolled-back',
      'freeze',
    ]
    expect(await kinds(world.sandbox, '1.2.0')).toEqual(whole)
    expect(await links(world.sandbox, '1.2.0')).toEqual(whole.map(() => true))
    expect(await open(world.sandbox)).toEqual(['open/freezes/checkout-service/stable.json'])
  })
})

describe('its failed jobs, run again', () => {
  beforeAll(async () => {
    await world.release('1.2.0', {}, { runAttempt: 2, rerunFailedOf: faulty })
  })

  test('[RW-17] open no second freeze issue and no second tracking issue, and move no traffic', async () => {
    expect(issues()).toHaveLength(2)
    expect(freezes()).toHaveLength(1)
    expect(await world.sandbox.world.traffic.weights()).toEqual({ blue: 100, green: 0 })
    expect((await kinds(world.sandbox, '1.2.0')).filter((k) => k === 'freeze')).toHaveLength(1)
  })
})

describe('the next version while the channel is frozen', () => {
  test('is refused before anything changes, and is told what lifts the freeze', async () => {
    const before = await state(world.sandbox)
    const run = await world.release('1.2.1', { deployment_strategy: 'direct' })
    expect(run.conclusion).toBe('failure')
    expect(job(run, 'pre-flight-validation').result).toBe('failure')
    expect(job(run, 'deploy-release').result).toBe('skipped')
    const [issue] = freezes()
    expect(errors(run, 'pre-flight-validation')).toContain(`is frozen by issue ${issue?.number}`)
    expect(errors(run, 'pre-flight-validation')).toContain(
      'lifted when a person with write access closes that issue',
    )
    expect(await state(world.sandbox)).toEqual(before)
  })

  test('goes out at once, directly, after a person with write access closed it, and the lift is recorded', async () => {
    await closeIssue(world.sandbox, freezes()[0]?.number, 'octocat')
    const run = await world.release('1.2.1', { deployment_strategy: 'direct' })
    expect(run.conclusion).toBe('success')
    expect(await serving(world.sandbox)).toBe('1.2.1')
    const lift = (await entries(world.sandbox, '1.2.0')).at(-1)
    expect(lift).toMatchObject({
      kind: 'lift',
      payload: { by: 'octocat', issue: freezes()[0]?.number },
    })
    expect(await links(world.sandbox, '1.2.0')).not.toContain(false)
    const whole = ['plan', 'verdict', 'intent', 'outcome', 'verdict', 'completed']
    expect(await kinds(world.sandbox, '1.2.1')).toEqual(whole)
    expect(await open(world.sandbox)).toEqual([])
  })
})

testWellFormed(world)
