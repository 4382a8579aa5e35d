import { beforeAll, describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../../sandbox/act/index.ts'
import { REPOSITORY, type Start } from '../../sandbox/demo/sandbox.ts'
import { closeIssue, openIssue } from '../../test/workflows/people.ts'
import { entries, kinds, links, open, state } from '../../test/workflows/record.ts'
import { errors, job, rig, testWellFormed } from '../../test/workflows/rig.ts'

const VERSIONS = ['1.0.0', '1.1.0', '1.2.0', '1.3.0']
const versions = VERSIONS.map((version) => ({ version, fault: null }))
const world = rig(['1.1.0', '1.2.0', '1.3.0'], { versions })
const weights = () => world.sandbox.world.traffic.weights()
const tracking = (version: string) =>
  world.sandbox.github
    .issues(REPOSITORY)
    .find((i) => i.title === `Release checkout-service v${version}`)
const release = (version: string) =>
  world.sandbox.github.releases(REPOSITORY).find((r) => r.tagName === `v${version}`)

const deploy = (version: string, inputs: Start['inputs'] = {}) =>
  world.run({
    workflow: 'canary-deployment.yml',
    inputs: {
      version_to_deploy: version,
      rollout_duration: '8s',
      environment: world.sandbox.profile,
      ...inputs,
    },
  })

const promote = (version: string, inputs: Start['inputs'] = {}, start: Partial<Start> = {}) =>
  world.run({
    workflow: 'canary-promote.yml',
    inputs: { canary_version: version, environment: world.sandbox.profile, ...inputs },
    ...start,
  })

describe('canary-deployment', () => {
  test.each([
    [
      'a share above 50 %',
      { canary_percentage: '51' },
      'input canary_percentage: must be a number from 5 to 50',
    ],
    [
      'the 24 hours of its default, which do not fit one run',
      { rollout_duration: '24' },
      'ends after 5h30m',
    ],
  ])('refuses %s, before anything changes', async (_what, inputs, words) => {
    const before = await state(world.sandbox)
    const run = await deploy('1.1.0', inputs)
    expect(run.conclusion).toBe('failure')
    expect(errors(run, 'validate-canary-request')).toContain(words)
    expect(job(run, 'deploy-canary').result).toBe('skipped')
    expect(await state(world.sandbox)).toEqual(before)
  })

  test('without auto_promote gives the first share and waits there', async () => {
    const run = await deploy('1.1.0', { auto_promote: false, rollout_duration: '4s' })
    expect(run.conclusion).toBe('success')
    expect(job(run, 'schedule-progressive-rollout').result).toBe('skipped')
    expect(await weights()).toEqual({ blue: 90, green: 10 })
    expect(tracking('1.1.0')?.state).toBe('open')
    expect(release('1.1.0')?.draft).toBe(true)
    expect(await kinds(world.sandbox, '1.1.0')).toEqual(['plan', 'intent', 'outcome', 'verdict'])
    expect(await open(world.sandbox)).toEqual(['open/releases/checkout-service/stable/1.1.0.json'])
  })
})

describe('canary-promote', () => {
  test('does not skip stages for a bot', async () => {
    const before = await state(world.sandbox)
    const bot = { actor: 'github-actions[bot]' }
    const run = await promote('1.1.0', { promote_immediately: true }, bot)
    expect(run.conclusion).toBe('failure')
    expect(errors(run, 'promote-canary')).toContain(
      'is for a person, in the first attempt of a run',
    )
    const { ledger, weights: now } = await state(world.sandbox)
    expect({ ledger, weights: now }).toEqual({ ledger: before.ledger, weights: before.weights })
  })

  test('moves nothing while a freeze issue is open, also one that a person opened by hand', async () => {
    const marker = '<!-- release-actions:freeze checkout-service/stable -->'
    const number = await openIssue(world.sandbox, {
      title: 'Stop everything',
      body: marker,
      labels: ['release-freeze'],
    })
    const before = await state(world.sandbox)
    const run = await promote('1.1.0')
    expect(run.conclusion).toBe('failure')
    expect(errors(run, 'promote-canary')).toContain(`is frozen by issue ${number}`)
    expect(await state(world.sandbox)).toEqual(before)
    await closeIssue(world.sandbox, number, 'octocat')
  })

  test('finishes a canary that waits: the remaining stages, the publication and the tracking issue', async () => {
    const run = await promote('1.1.0')
    expect(run.conclusion).toBe('success')
    expect(await weights()).toEqual({ blue: 0, green: 100 })
    expect(release('1.1.0')?.draft).toBe(false)
    expect(tracking('1.1.0')).toMatchObject({ state: 'closed' })
    expect(tracking('1.1.0')?.labels).toContain('completed')
    const stage = ['intent', 'outcome', 'verdict']
    expect(await kinds(world.sandbox, '1.1.0')).toEqual([
      'plan',
      ...stage,
      ...stage,
      ...stage,
      ...stage,
      'completed',
    ])
    expect(await links(world.sandbox, '1.1.0')).not.toContain(false)
  })
})

describe('canary-deployment with auto_promote', () => {
  test('goes through all stages in one run, with limits of this run over those of the config', async () => {
    const run = await deploy('1.2.0', { canary_percentage: '25', error_rate_threshold: '3' })
    expect(run.conclusion).toBe('success')
    expect(await weights()).toEqual({ blue: 100, green: 0 })
    const [first] = await entries(world.sandbox, '1.2.0')
    if (first?.kind !== 'plan') throw new Error('the chain does not start with a plan')
    const { stages, objectives } = first.payload.plan
    expect(stages.map((s) => s.weight)).toEqual([25, 50, 100])
    expect(objectives.find((o) => o.metric === 'error-rate')?.limit).toBe(0.03)
    expect(release('1.2.0')?.draft).toBe(false)
  })
})

describe('canary-promote with promote_immediately', () => {
  let run: WorkflowRun

  beforeAll(async () => {
    await deploy('1.3.0', { auto_promote: false, rollout_duration: '2s' })
    run = await promote('1.3.0', { promote_immediately: true })
  })

  test('goes straight to the last stage, which is judged, and records who skipped the others', async () => {
    expect(run.conclusion).toBe('success')
    expect(await weights()).toEqual({ blue: 0, green: 100 })
    const verdicts = (await entries(world.sandbox, '1.3.0')).flatMap((e) =>
      e.kind === 'verdict' ? [[e.payload.gate, e.payload.stage, e.payload.reason]] : [],
    )
    expect(verdicts.map(([gate, stage]) => [gate, stage])).toEqual([
      ['stage', 0],
      ['operator', 1],
      ['operator', 2],
      ['stage', 3],
    ])
    expect(verdicts[1]).toContain('skipped by octocat')
    expect(tracking('1.3.0')?.state).toBe('closed')
  })
})

testWellFormed(world)
