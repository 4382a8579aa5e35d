import { beforeAll, describe, expect, test } from '@jest/globals'
import type { RunEvent, WorkflowRun } from '../../sandbox/act/index.ts'
import { REPOSITORY } from '../../sandbox/demo/sandbox.ts'
import { serving } from '../../sandbox/demo/scenarios.ts'
import { entries, kinds, links, open } from '../../test/workflows/record.ts'
import { job, rig, shorter, testWellFormed } from '../../test/workflows/rig.ts'

/** The first stage bakes longer than the test waits, so that only the cancellation ends it. */
const edit = (path: string, text: string) =>
  shorter(path, text).replace('weight: 10%, bake: 1s', 'weight: 10%, bake: 2m')
const world = rig(['1.1.0'], { edit })

describe('a run that is cancelled during a stage', () => {
  let run: WorkflowRun

  beforeAll(async () => {
    const button = new AbortController()
    const onEvent = (event: RunEvent) => {
      if (event.kind === 'output' && event.line.includes('stage 1/4 | weight 10 %')) button.abort()
    }
    run = await world.release('1.1.0', {}, { cancel: button.signal, onEvent })
  })

  test('ends as cancelled, and the jobs that always run still run', () => {
    expect(run.conclusion).toBe('cancelled')
    expect(job(run, 'deploy-release').result).toBe('cancelled')
    expect(job(run, 'post-deployment-validation').result).not.toBe('success')
    expect(job(run, 'finalize-release-pipeline').result).toBe('failure')
  })

  test('has all traffic back on the old version', async () => {
    expect(await world.sandbox.world.traffic.weights()).toEqual({ blue: 100, green: 0 })
    expect(await serving(world.sandbox)).toBe('1.0.0')
  })

  test('has the way back in the ledger, with the outcome and the reason', async () => {
    const expected = [
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
    expect(await kinds(world.sandbox, '1.1.0')).toEqual(expected)
    expect(await links(world.sandbox, '1.1.0')).not.toContain(false)
    const judged = (await entries(world.sandbox, '1.1.0')).findLast((e) => e.kind === 'verdict')
    expect(judged?.payload).toMatchObject({
      verdict: 'inconclusive',
      reason: 'the job was cancelled',
    })
    expect(await open(world.sandbox)).toEqual(['open/freezes/checkout-service/stable.json'])
  })

  test('freezes the channel and leaves the tracking issue open, as a release that failed', () => {
    const issues = world.sandbox.github.issues(REPOSITORY)
    expect(job(run, 'auto-freeze-on-observability-failure').result).toBe('success')
    expect(issues.filter((i) => i.title.startsWith('Release freeze'))).toHaveLength(1)
    const tracking = issues.find((i) => i.title === 'Release checkout-service v1.1.0')
    expect(tracking?.state).toBe('open')
    expect(tracking?.labels).toContain('failed')
    expect(tracking?.body).toContain('- [ ] Deployment (cancelled)')
  })
})

testWellFormed(world)
