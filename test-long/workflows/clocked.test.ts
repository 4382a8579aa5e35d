import { beforeAll, describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../../sandbox/act/index.ts'
import { REPOSITORY } from '../../sandbox/demo/sandbox.ts'
import { kinds, open } from '../../test/workflows/record.ts'
import { errors, job, results, rig, shorter, testWellFormed } from '../../test/workflows/rig.ts'

const versions = ['1.0.0', '1.1.0'].map((version) => ({ version, fault: null }))
/** The stages have the bakes of the tests; only the clock is another. */
const edit = (path: string, text: string) =>
  path === '.github/release-actions.yml'
    ? `${shorter(path, text)}\nclock: { kind: external }\n`
    : shorter(path, text)
const world = rig(['1.1.0'], { versions, edit })
const weights = () => world.sandbox.world.traffic.weights()
const tick = () => world.runFile('release-tick', {})
const attest = () =>
  world.sandbox.run({ workflow: 'attest-release-record.yml', inputs: { version: '1.1.0' } })
const release = () =>
  world.sandbox.github.releases(REPOSITORY).find(({ tagName }) => tagName === 'v1.1.0')
const tracking = () =>
  world.sandbox.github.issues(REPOSITORY).find(({ title }) => title.endsWith('v1.1.0'))

/** A bake of a second may not be over yet. */
async function tickUntil(isSo: () => Promise<boolean>): Promise<void> {
  for (let ticks = 0; ticks < 5 && !(await isSo()); ticks++)
    expect((await tick()).conclusion).toBe('success')
  expect(await isSo()).toBe(true)
}

describe('a pipeline whose rollout has a clock', () => {
  let run: WorkflowRun

  beforeAll(async () => {
    run = await world.release('1.1.0', { deployment_strategy: 'blue-green' })
  })

  test('ends green after the first stage has begun, and does not look at traffic that is not there', async () => {
    expect(run.conclusion).toBe('success')
    expect(results(run)).toMatchObject({
      'deploy-release': 'success',
      'post-deployment-validation': 'skipped',
      'setup-rollback-readiness': 'success',
      'auto-freeze-on-observability-failure': 'skipped',
      'finalize-release-pipeline': 'success',
    })
    expect(job(run, 'deploy-release').outputs).toMatchObject({
      ...{ handed_over: 'true', deployment_successful: 'false' },
    })
    expect(release()?.draft).toBe(true)
    expect(tracking()?.body).toContain('release-tick goes on')
    expect(await open(world.sandbox)).toHaveLength(1)
  })

  test('is left where it is while the router cannot be asked, and the tick is red', async () => {
    const { router } = world.sandbox.world.traffic
    router?.faults.add({ path: /backends/, fault: { kind: 'status', status: 500 } })
    const run = await tick()
    router?.faults.clear()
    expect(run.conclusion).toBe('failure')
    expect(errors(run, 'tick')).toContain('the router answered 500')
    expect(await weights()).toEqual({ blue: 100, green: 0 })
    expect(release()?.draft).toBe(true)
  })

  test('is not attested before it has ended', async () => {
    const run = await attest()
    expect(run.conclusion).toBe('failure')
    expect(errors(run, 'attest')).toContain('1.1.0 has not ended')
  })

  test('is gone on with by a tick, and ended by another', async () => {
    await tickUntil(async () => (await weights()).green === 100)
    expect(release()?.draft).toBe(true)
    await tickUntil(async () => release()?.draft === false)
    expect(tracking()?.state).toBe('closed')
    expect(tracking()?.body).toContain('- [x] Deployment')
    expect(await open(world.sandbox)).toEqual([])
    expect((await kinds(world.sandbox, '1.1.0')).at(-1)).toBe('completed')
  })

  test('is not attested after its end either while the platform knows no identities', async () => {
    const run = await attest()
    expect(run.conclusion).toBe('failure')
    expect(errors(run, 'attest')).toContain('Grant the job id-token: write')
  })

  test('leaves the next tick nothing to do', async () => {
    const run = await tick()
    expect(run.conclusion).toBe('success')
    expect(job(run, 'tick').outputs.open).toBe('0')
  })
})

testWellFormed(world)
