import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from '../../test/actions/ledger-of.ts'
import {
  PLAN_INPUTS,
  REPOSITORY,
  type ReleaseWorld,
  releaseWorld,
} from '../../test/actions/release-world.ts'
import { AGAIN, deployGated, gateOf } from '../../test/actions/stale-world.ts'

// Each test plans a release twice, in processes of their own.
jest.setTimeout(120_000)

type Env = Readonly<Record<string, string>>
const ANOTHER: Env = { GITHUB_RUN_ID: '8' }
const oneStage = () => releaseWorld({ hasIssues: false, stages: '[{ weight: 100%, bake: 1s }]' })

/** The last job. */
const record = (world: ReleaseWorld, planHash: string, jobs: string, env: Env = {}) =>
  world.run(
    'release-record',
    { version: '1.1.0', report: 'pipeline', 'plan-hash': planHash, jobs },
    { env },
  )

test('[C-80] job results of a run whose release another one has planned anew end nothing, and publish no go', async () => {
  await using world = await oneStage()
  const hash = await world.plan()
  await record(world, hash, 'deploy-release=failure')
  const planned = await world.run('plan', PLAN_INPUTS, { env: ANOTHER })
  expect(planned.outputs.plan_hash).toBe(hash)
  await deployGated(world, hash, ANOTHER, '')
  const before = (await ledgerOf(world)).kinds

  const stale = await record(world, hash, 'deploy-release=success', AGAIN)
  expect([stale.exit, stale.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(stale.outputs.reason).toContain('run 8 has planned checkout 1.1.0 anew')
  const decided = { version: '1.1.0', 'plan-hash': hash, decision: 'go', artifact: 'false' }
  const go = await world.run('publish-rollout-metadata', decided, { env: AGAIN })
  expect(go.outputs.reason).toContain('run 8 has planned checkout 1.1.0 anew')
  expect((await ledgerOf(world)).kinds).toEqual(before)
  const own = await record(world, hash, 'deploy-release=success', ANOTHER)
  expect(own.outputs).toMatchObject({ verdict: 'pass', result: 'completed' })
})

test('[CP-11] a pass under a plan that another run has made anew opens nothing, nor does that of another run', async () => {
  await using world = await oneStage()
  const hash = await world.plan()
  const reason = async (env: Env = {}) => (await deployGated(world, hash, env)).outputs.reason
  expect(await reason()).toContain('observability-gate has not spoken under this plan')
  await gateOf(world)
  expect(await reason(ANOTHER)).toContain('is of run 7, attempt 1, and this is run 8, attempt 1')
  await record(world, hash, 'deploy-release=failure')
  await world.run('plan', PLAN_INPUTS, { env: ANOTHER })
  expect(await reason()).toContain('observability-gate has not spoken under this plan')
  expect(world.traffic.put).toEqual([])
})

test('[C-80] job results of an earlier attempt end nothing when another version has taken the place since', async () => {
  await using world = await oneStage()
  const hash = await world.plan()
  await deployGated(world, hash, {}, '')
  await record(world, hash, 'deploy-release=success\nsetup-rollback-readiness=failure')
  // Later 1.2.0 went out, to the same slot.
  world.traffic.versions.green = '1.2.0'
  const jobs = 'deploy-release=success\nsetup-rollback-readiness=success'
  const stale = await record(world, hash, jobs, AGAIN)
  expect([stale.exit, stale.outputs.verdict, stale.outputs.result]).toEqual([1, 'fail', 'failed'])
  expect(stale.outputs.reason).toContain('green runs 1.2.0')
  expect(world.github.releases(REPOSITORY).find((r) => r.tagName === 'v1.1.0')?.draft).toBe(true)
})
