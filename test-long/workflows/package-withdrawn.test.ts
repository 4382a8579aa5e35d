import { beforeAll, describe, expect, test } from '@jest/globals'
import type { RunEvent, WorkflowRun } from '../../sandbox/act/index.ts'
import { REPOSITORY } from '../../sandbox/demo/sandbox.ts'
import { closeIssue } from '../../test/workflows/people.ts'
import { entries, kinds, open } from '../../test/workflows/record.ts'
import { errors, job, rig, shorter, testWellFormed } from '../../test/workflows/rig.ts'
import { killed } from './lost-process.ts'

const versions = ['1.0.0', '1.1.0', '1.2.0'].map((version) => ({ version, fault: null }))
/** The first stage bakes longer than anything else takes. */
const edit = (path: string, text: string) =>
  shorter(path, text).replace('weight: 10%, bake: 1s', 'weight: 10%, bake: 2m')
const world = rig(['1.1.0', '1.2.0'], { versions, edit })
const yanked = (version: string) =>
  world.sandbox.world.index.yank('checkout-client', version, 'broken')
const issueOf = (title: string) =>
  world.sandbox.github.issues(REPOSITORY).find((issue) => issue.title === title)

let run: WorkflowRun

/** Somebody yanks the package when all checks have passed, just before the traffic is to move. */
function yank(event: RunEvent): void {
  if (event.kind === 'job-started' && event.job.endsWith('/ deploy-release')) yanked('1.1.0')
}

beforeAll(async () => {
  run = await world.release('1.1.0', {}, { onEvent: yank })
})

test('[VP-12] a package that is yanked after its verification stops the release before any traffic moves', async () => {
  expect(job(run, 'verify-pypi-availability').result).toBe('success')
  expect(job(run, 'observability-gate').result).toBe('success')
  expect(job(run, 'deploy-release').result).toBe('failure')
  expect(errors(run, 'deploy-release')).toContain('checkout-client yanked')
  expect(await world.sandbox.world.traffic.weights()).toEqual({ blue: 100, green: 0 })
  expect(await kinds(world.sandbox, '1.1.0')).toEqual(['plan', 'verdict', 'freeze', 'failed'])
  expect((await open(world.sandbox)).filter((path) => path.includes('releases'))).toEqual([])
})

test('the freeze says why', () => {
  const freeze = world.sandbox.github
    .issues(REPOSITORY)
    .find(({ title }) => title.startsWith('Release freeze'))
  expect(freeze?.body).toContain('checkout-client yanked')
})

describe('a package that is yanked after the runner was lost in the first stage', () => {
  let lost: WorkflowRun
  let again: WorkflowRun

  beforeAll(async () => {
    const frozen = issueOf('Release freeze: observability gate failed for v1.1.0')
    await closeIssue(world.sandbox, frozen?.number, 'octocat')
    const onEvent = (event: RunEvent) => {
      if (event.kind === 'output' && event.line.includes('stage 1/4 | weight 10 %'))
        killed('canary-promote', world.sandbox.github.url)
    }
    lost = await world.release('1.2.0', {}, { runId: 4711, onEvent })
    expect(await world.sandbox.world.traffic.weights()).toEqual({ blue: 90, green: 10 })
    yanked('1.2.0')
    const attempt = { runId: 4711, runAttempt: 2, rerunFailedOf: lost }
    again = await world.release('1.2.0', {}, attempt)
  })

  test('lets the job that is run again take the traffic back, red, with the reason in the record', async () => {
    expect(job(lost, 'deploy-release').result).toBe('failure')
    expect(job(again, 'deploy-release')).toMatchObject({
      result: 'failure',
      outputs: { rolled_back: 'true' },
    })
    expect(await world.sandbox.world.traffic.weights()).toEqual({ blue: 100, green: 0 })
    const end = (await entries(world.sandbox, '1.2.0')).findLast((e) => e.kind === 'outcome')
    expect(end?.payload).toMatchObject({
      result: 'rolled-back',
      reason: expect.stringContaining('checkout-client yanked'),
    })
    expect((await open(world.sandbox)).filter((path) => path.includes('releases'))).toEqual([])
  })

  test('is told by the tracking issue, which stays open', () => {
    const tracking = issueOf('Release checkout-service v1.2.0')
    expect(tracking?.state).toBe('open')
    expect(tracking?.labels).toContain('failed')
    expect(tracking?.body).toContain('rolled back')
    expect(tracking?.body).toContain('yanked')
  })
})

testWellFormed(world)
