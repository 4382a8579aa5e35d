import { describe, expect, test } from '@jest/globals'
import type { RunEvent } from '../../sandbox/act/index.ts'
import { REPOSITORY } from '../../sandbox/demo/sandbox.ts'
import { closeIssue, removeAsset, uploadAsset } from '../../test/workflows/people.ts'
import { entries, kinds, state } from '../../test/workflows/record.ts'
import { errors, job, rig, testWellFormed } from '../../test/workflows/rig.ts'

const versions = ['1.0.0', '1.1.0', '1.2.0', '1.3.0'].map((version) => ({ version, fault: null }))
const world = rig(['1.1.0', '1.2.0', '1.3.0'], { versions })
const untouched = { blue: 100, green: 0 }
const weights = () => world.sandbox.world.traffic.weights()
const issue = (title: string) =>
  world.sandbox.github.issues(REPOSITORY).find((i) => i.title === title)
const lift = (version: string) =>
  closeIssue(
    world.sandbox,
    issue(`Release freeze: observability gate failed for v${version}`)?.number,
    'octocat',
  )

/** Do something once, when a job starts. */
function when(id: string, happens: () => void): (event: RunEvent) => void {
  let done = false
  return (event) => {
    if (done || event.kind !== 'job-started' || !event.job.endsWith(`/ ${id}`)) return
    done = true
    happens()
  }
}

describe('pre-flight validation', () => {
  test.each([
    ['was never released', '0.9.0', 'v0.9.0 has no GitHub release'],
    ['is only a draft that nobody runs', '1.1.0', 'no slot answers with the rollback target 1.1.0'],
  ])('refuses a baseline that %s, before anything changes', async (_what, baseline, words) => {
    const before = await state(world.sandbox)
    const run = await world.release('1.2.0', { baseline_version: baseline })
    expect(run.conclusion).toBe('failure')
    expect(errors(run, 'pre-flight-validation')).toContain(words)
    expect(await state(world.sandbox)).toEqual(before)
  })

  test('refuses a baseline whose file was taken off its release', async () => {
    const name = 'checkout-service-1.0.0.tgz'
    const bytes = await removeAsset(world.sandbox, 'v1.0.0', name)
    const before = await state(world.sandbox)
    const run = await world.release('1.1.0')
    await uploadAsset(world.sandbox, 'v1.0.0', name, bytes)
    expect(errors(run, 'pre-flight-validation')).toContain(
      `the rollback target v1.0.0 lacks ${name}`,
    )
    expect(await state(world.sandbox)).toEqual(before)
  })
})

describe('deploy-release', () => {
  test('moves no traffic when the router does not answer, and freezes the channel', async () => {
    const { router } = world.sandbox.world.traffic
    const fault = { kind: 'status', status: 500 } as const
    const run = await world.release(
      '1.1.0',
      {},
      {
        onEvent: when('deploy-release', () => router?.faults.add({ path: /backends/, fault })),
      },
    )
    router?.faults.clear()
    expect(run.conclusion).toBe('failure')
    expect(job(run, 'deploy-release').result).toBe('failure')
    expect(errors(run, 'deploy-release')).toContain('inconclusive')
    expect(await weights()).toEqual(untouched)
    expect(await kinds(world.sandbox, '1.1.0')).toEqual(['plan', 'verdict', 'freeze', 'failed'])
    expect(issue('Release freeze: observability gate failed for v1.1.0')?.state).toBe('open')
  })

  test('fails the stage and takes the traffic back when somebody else changes the weights during a bake', async () => {
    await lift('1.1.0')
    const { traffic } = world.sandbox.world
    let tampered = false
    const run = await world.release(
      '1.2.0',
      {},
      {
        onEvent: (event) => {
          if (
            tampered ||
            event.kind !== 'output' ||
            !event.line.includes('stage 1/4 | weight 10 %')
          )
            return
          tampered = true
          void traffic.setWeights({ blue: 40, green: 60 })
        },
      },
    )
    expect(tampered).toBe(true)
    expect(run.conclusion).toBe('failure')
    expect(job(run, 'deploy-release').outputs).toMatchObject({ rolled_back: 'true', stage: '0' })
    expect(errors(run, 'deploy-release')).toContain('blue 40 %, green 60 %')
    expect(await weights()).toEqual(untouched)
    const back = (await entries(world.sandbox, '1.2.0')).find(
      (e) => e.kind === 'intent' && e.payload.stage === -1,
    )
    expect(back?.payload).toMatchObject({ from: { blue: 40, green: 60 }, to: untouched })
  })
})

describe('what follows the deployment', () => {
  test('counts: a version that cannot be validated and has no way back ends red, unpublished, with the command', async () => {
    await lift('1.2.0')
    const { router } = world.sandbox.world.traffic
    const fault = { kind: 'status', status: 500 } as const
    const silent = when('post-deployment-validation', () =>
      router?.faults.add({ path: /backends/, fault }),
    )
    const gone = when('setup-rollback-readiness', () => {
      void removeAsset(world.sandbox, 'v1.0.0', 'checkout-service-1.0.0.tgz')
    })
    const onEvent = (event: RunEvent) => {
      silent(event)
      gone(event)
    }
    const run = await world.release('1.3.0', { deployment_strategy: 'direct' }, { onEvent })
    router?.faults.clear()
    expect(job(run, 'deploy-release').result).toBe('success')
    expect(job(run, 'post-deployment-validation').result).toBe('failure')
    expect(job(run, 'setup-rollback-readiness').result).toBe('failure')
    expect(errors(run, 'setup-rollback-readiness')).toContain('checkout-service-1.0.0.tgz')
    expect(job(run, 'finalize-release-pipeline')).toMatchObject({
      result: 'failure',
      outputs: { overall_success: 'false' },
    })
    expect(run.conclusion).toBe('failure')
    const release = world.sandbox.github.releases(REPOSITORY).find((r) => r.tagName === 'v1.3.0')
    expect(release?.draft).toBe(true)
    expect(issue('Release checkout-service v1.3.0')?.state).toBe('open')
    const bytes = world.sandbox.github.assetBytes(REPOSITORY, 'v1.3.0', 'release-go-no-go.json')
    expect(JSON.parse(new TextDecoder().decode(bytes)).gates.status).toBe('no-go')
    const advice = run.summaries.find(
      (s) => s.job.endsWith('finalize-release-pipeline') && s.markdown.includes('rollback_version'),
    )
    expect(advice?.markdown).toContain('rollback_version=1.0.0')
  })
})

testWellFormed(world)
