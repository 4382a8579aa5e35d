import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import {
  type Inputs,
  openIssues,
  REPOSITORY,
  type ReleaseWorld,
  releaseWorld,
  writes,
} from './release-world.ts'

// Each test plans a release, rolls it out and records its end, in processes of their own.
jest.setTimeout(120_000)

const GOOD = 'pre-flight-validation=success\ndeploy-release=success\n'
const BAD = 'pre-flight-validation=success\ndeploy-release=failure\n'

const record = (world: ReleaseWorld, hash: string, inputs: Inputs = {}, more = {}) =>
  world.run(
    'release-record',
    { version: '1.1.0', 'plan-hash': hash, report: 'pipeline', jobs: GOOD, ...inputs },
    more,
  )

const rollOut = (world: ReleaseWorld, inputs: Inputs = {}) =>
  world.run('canary-promote', {
    ...{ canary_version: '1.1.0', stages: 'all', promote_immediately: 'false' },
    ...{ operation: 'advance', ...inputs },
  })

const draft = ({ github }: ReleaseWorld) =>
  github.releases(REPOSITORY).find((release) => release.tagName === 'v1.1.0')?.draft

test.concurrent('the end of a good release: published, recorded, its issue ticked and closed, once', async () => {
  await using world = await releaseWorld()
  const hash = await world.plan({ deployment_strategy: 'direct' })
  await rollOut(world)
  const dry = await record(world, hash, { 'dry-run': 'true' })
  expect(dry.outputs.verdict).toBe('pass')
  expect(draft(world)).toBe(true)

  const run = await record(world, hash)
  expect(run.outputs).toEqual({
    verdict: 'pass',
    reason: 'all 5 passed',
    evidence: expect.stringContaining('"1 of 1 stages passed"'),
    overall_success: 'true',
    result: 'completed',
  })
  expect(run.exit).toBe(0)
  expect(draft(world)).toBe(false)
  const { entries, open } = await ledgerOf(world)
  expect(entries.at(-1)?.payload).toMatchObject({ effect: 'release', result: 'completed' })
  expect(open).toEqual([])
  const [issue] = world.github.issues(REPOSITORY)
  expect(issue).toMatchObject({
    state: 'closed',
    labels: ['release-pipeline', 'v1.1.0', 'completed'],
  })
  expect(issue?.body).toContain('- [x] Deployment')
  expect(issue?.body).toContain('- [ ] Observability gate')

  const again = await record(world, hash)
  expect(again.outputs).toMatchObject({ verdict: 'pass', result: 'completed' })
  expect((await ledgerOf(world)).entries).toHaveLength(entries.length)
})

test.concurrent('a failed job: nothing is published, the issue stays open with the way back', async () => {
  await using world = await releaseWorld()
  const hash = await world.plan({ deployment_strategy: 'direct' })
  await rollOut(world)
  const run = await record(world, hash, { jobs: `${GOOD}post-deployment-validation=failure` })
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'fail', overall_success: 'false', result: 'failed' })
  expect(draft(world)).toBe(true)
  const [issue] = openIssues(world)
  expect(issue?.labels).toEqual(['release-pipeline', 'v1.1.0', 'failed'])
  expect(issue?.body).toContain('-f rollback_version=1.0.0')

  // The job that failed is run again, and passes.
  const later = await record(world, hash, {}, { env: { GITHUB_RUN_ATTEMPT: '2' } })
  expect(later.outputs).toMatchObject({ verdict: 'pass', result: 'completed' })
  expect(draft(world)).toBe(false)
  expect(openIssues(world)).toEqual([])
})

test.concurrent('green jobs do not publish what the ledger does not show', async () => {
  await using world = await releaseWorld()
  const hash = await world.plan()
  await rollOut(world, { stages: 'one' })
  const half = await record(world, hash)
  expect(half.exit).toBe(1)
  expect(half.outputs.reason).toBe('rollout: 1 of 2 stages passed, wanted every stage passed')
  expect(draft(world)).toBe(true)
  await rollOut(world, { operation: 'roll-back', reason: 'complaints' })
  const back = await record(world, hash)
  expect(back.exit).toBe(1)
  expect(back.outputs.verdict).not.toBe('pass')
  expect(draft(world)).toBe(true)
})

test.concurrent('a release that was rolled back stays so', async () => {
  await using world = await releaseWorld({ hasIssues: false })
  const hash = await world.plan()
  await rollOut(world, { operation: 'roll-back', reason: 'complaints' })
  const run = await record(world, hash, { jobs: BAD })
  expect(run.outputs).toMatchObject({ verdict: 'fail', result: 'rolled-back' })
  expect(run.summary).toContain('All traffic is back on the old version')
  const good = await record(world, hash)
  expect(good.outputs).toMatchObject({ verdict: 'fail', result: 'rolled-back' })
  expect(draft(world)).toBe(true)
})

test.concurrent('without a plan of this run the jobs alone are judged, and nothing is written', async () => {
  await using world = await releaseWorld({ hasIssues: false })
  const none = await record(world, '', { jobs: BAD })
  expect(none.exit).toBe(1)
  expect(none.outputs).toMatchObject({
    verdict: 'fail',
    reason: 'deploy-release: failure',
    result: 'not-planned',
  })
  const skipped = 'a=success\nb=skipped\n'
  const jobs = { report: 'jobs', jobs: skipped }
  expect((await record(world, '', jobs)).outputs.verdict).toBe('fail')
  const expected = await record(world, '', { ...jobs, 'expected-skips': 'b' })
  expect(expected.outputs).toMatchObject({ verdict: 'pass', overall_success: 'true' })
  expect(writes(world)).toEqual([])
})

test.concurrent('a failed verification of a stable release opens one issue', async () => {
  await using world = await releaseWorld()
  const failed = { report: 'verification', jobs: 'verify-pypi=failure\n' }
  const dry = await record(world, '', { ...failed, 'dry-run': 'true' })
  expect(dry.exit).toBe(1)
  expect(world.github.issues(REPOSITORY)).toEqual([])
  for (let i = 0; i < 2; i++) {
    const run = await record(world, '', failed)
    expect(run.outputs).toMatchObject({ verdict: 'fail', overall_success: 'false' })
  }
  expect(world.github.issues(REPOSITORY)).toHaveLength(1)
})

test.concurrent('a lost answer and a missing permission', async () => {
  await using world = await releaseWorld({ hasIssues: false })
  const hash = await world.plan({ deployment_strategy: 'direct' })
  await rollOut(world)
  const run = await record(world, hash, {}, { permissions: { contents: 'read' } })
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'inconclusive', overall_success: '' })
  expect(run.outputs.reason).toContain('contents: write')
  const { entries } = await ledgerOf(world)
  world.github.faults.push({ operation: 'mutation', path: /^\/graphql$/, after: 'reset' })
  const good = await record(world, hash)
  expect(good.outputs.result).toBe('completed')
  expect((await ledgerOf(world)).entries).toHaveLength(entries.length + 1)
})
