import { expect, jest, test } from '@jest/globals'
import { startResults } from '../../sandbox/results/index.ts'
import { ledgerOf } from './ledger-of.ts'
import {
  type Inputs,
  openIssues,
  REPOSITORY,
  type ReleaseWorld,
  releaseWorld,
  type WorldOptions,
  writes,
} from './release-world.ts'

// Each test runs several operations, in processes of their own.
jest.setTimeout(120_000)

const QUIET = { hasIssues: false }

const roll = (world: ReleaseWorld, operation: string, inputs: Inputs = {}, more = {}) =>
  world.run(
    'release-rollback',
    {
      ...{ operation, rollback_version: '1.0.0', rollback_reason: 'complaints' },
      ...{ pypi_action: 'leave-as-is', ...inputs },
    },
    more,
  )

/** 1.1.0 has all the traffic; 1.0.0 still stands in the other slot. */
async function released(options: WorldOptions = {}): Promise<ReleaseWorld> {
  const world = await releaseWorld(options)
  world.traffic.weights = { blue: 0, green: 100 }
  return world
}

test.concurrent('a completed release is taken back: issue, traffic, record', async () => {
  await using world = await released()
  const valid = await roll(world, 'validate')
  expect(valid.outputs).toEqual({
    verdict: 'pass',
    reason: 'from v1.1.0 to v1.0.0',
    evidence: '[]',
    can_rollback: 'true',
    current_version: '1.1.0',
    issue_number: '1',
    command: '',
    'artifact-name': '',
    next_version: '',
  })
  expect(valid.exit).toBe(0)
  const [issue] = world.github.issues(REPOSITORY)
  expect(issue?.labels).toEqual(['rollback', 'emergency', 'priority-critical'])
  expect(issue?.body).toContain('complaints')
  expect(world.traffic.put).toEqual([])

  const moved = await roll(world, 'traffic', { current_version: '1.1.0' })
  expect(moved.outputs).toMatchObject({
    verdict: 'pass',
    reason: 'all traffic is on v1.0.0: blue 100 %, green 0 %',
    current_version: '1.1.0',
  })
  expect(world.traffic.weights).toEqual({ blue: 100, green: 0 })
  const { entries, kinds } = await ledgerOf(world)
  expect(kinds).toEqual(['intent', 'outcome', 'outcome'])
  expect(entries.at(-1)?.payload).toMatchObject({ result: 'rolled-back', reason: 'complaints' })

  // Again: the traffic stays where it is.
  expect((await roll(world, 'traffic', { current_version: '1.1.0' })).exit).toBe(0)
  expect(world.traffic.weights).toEqual({ blue: 100, green: 0 })
})

test.concurrent('the last operation closes the issue only when every job is done', async () => {
  await using world = await released()
  await roll(world, 'validate')
  await roll(world, 'validate')
  expect(world.github.issues(REPOSITORY)).toHaveLength(1)
  const end = (jobs: string) => roll(world, 'finalize', { current_version: '1.1.0', jobs })
  const bad = await end('validate-rollback=success\ncreate-hotfix-branch=failure')
  expect(bad.exit).toBe(1)
  expect(bad.outputs).toMatchObject({ verdict: 'fail', issue_number: '1' })
  expect(openIssues(world)[0]?.comments.at(-1)?.body).toBe(
    'Not complete: create-hotfix-branch: failure',
  )
  const good = await end('validate-rollback=success\ncreate-hotfix-branch=success')
  expect(good.outputs).toMatchObject({ verdict: 'pass', issue_number: '1' })
  expect(openIssues(world)).toEqual([])
})

test.concurrent('while a canary runs, the newer of the two versions is left', async () => {
  await using world = await releaseWorld(QUIET)
  await world.plan()
  await world.run('canary-promote', {
    ...{ canary_version: '1.1.0', stages: 'one', promote_immediately: 'false' },
    operation: 'advance',
  })
  expect(world.traffic.weights).toEqual({ blue: 90, green: 10 })
  const run = await roll(world, 'traffic')
  expect(run.outputs).toMatchObject({ verdict: 'pass', current_version: '1.1.0' })
  expect(world.traffic.weights).toEqual({ blue: 100, green: 0 })
  const { kinds, open } = await ledgerOf(world)
  expect(kinds.slice(0, 4)).toEqual(['plan', 'intent', 'outcome', 'verdict'])
  expect(open).toEqual([])
})

test.concurrent('a version that has the traffic and answers nothing is known from the ledger', async () => {
  await using world = await releaseWorld(QUIET)
  await world.plan({ deployment_strategy: 'direct' })
  await world.run('canary-promote', {
    ...{ canary_version: '1.1.0', stages: 'all', promote_immediately: 'false' },
    operation: 'advance',
  })
  world.traffic.cuts = true
  const run = await roll(world, 'traffic')
  expect(run.outputs).toMatchObject({ verdict: 'pass', current_version: '1.1.0' })
  expect(world.traffic.weights).toEqual({ blue: 100, green: 0 })
})

test.concurrent('the way back is written down before anybody needs it', async () => {
  await using world = await released(QUIET)
  const results = await startResults()
  try {
    const env = {
      ACTIONS_RESULTS_URL: results.url,
      ACTIONS_RUNTIME_TOKEN: results.runtimeToken('7'),
      GITHUB_SERVER_URL: 'https://github.com',
    }
    const run = await roll(world, 'readiness', {}, { env })
    expect(run.outputs).toMatchObject({
      verdict: 'pass',
      reason: 'v1.0.0 can take over at once',
      'artifact-name': 'rollback-configuration',
      command: expect.stringMatching(
        /^gh workflow run release-rollback\.yml -f rollback_version=1/,
      ),
    })
    expect(results.artifacts().map(({ name }) => name)).toEqual(['rollback-configuration'])
    expect(results.violations).toEqual([])
  } finally {
    await results.close()
  }
  expect(writes(world)).toEqual([])
})

test.concurrent('the hotfix branch starts at the tag; where GitHub refuses it the commands are printed', async () => {
  await using world = await released(QUIET)
  const { git } = world.github.repository(REPOSITORY)
  const branch = 'refs/heads/hotfix/rollback-to-v1.0.0'
  const made = await roll(world, 'hotfix-branch')
  expect(made.outputs.reason).toBe('branch hotfix/rollback-to-v1.0.0: created')
  expect(await git.objectAt(branch)).toBe(world.commit)
  const again = await roll(world, 'hotfix-branch')
  expect(again.outputs).toMatchObject({ verdict: 'pass' })
  expect(again.outputs.reason).toContain('there already')
  world.github.faults.push({ method: 'POST', path: /\/git\/refs$/, before: 403 })
  const refused = await roll(world, 'hotfix-branch')
  expect(refused.outputs).toMatchObject({ verdict: 'pass' })
  expect(refused.outputs.reason).toContain('push it by hand')
  expect(refused.summary).toContain('git push -u origin hotfix/rollback-to-v1.0.0')
})

test.concurrent('the emergency release gets the next version that no release, no record and no tag has', async () => {
  await using world = await released({ ...QUIET, releases: { '1.1.1': true, '1.3.0': false } })
  const next = () => roll(world, 'next-version', { current_version: '1.1.0' })
  const run = await next()
  expect(run.outputs).toMatchObject({ verdict: 'pass', next_version: '1.1.2' })
  expect(run.outputs.reason).toBe('the next free version after 1.1.0 is 1.1.2')
  expect(run.summary).toContain('v1.0.0 goes out again as `1.1.2`')
  // A tag alone has taken it, and so has a record whose tag is gone.
  const { git } = world.github.repository(REPOSITORY)
  await git.updateRef('refs/tags/v1.1.2', world.commit, '0'.repeat(40))
  await world.run('auto-freeze-issue', { version: '1.1.3', gate: 'gate', reason: 'slow' })
  expect((await next()).outputs.next_version).toBe('1.1.4')
  expect(world.traffic.put).toEqual([])
})

test.concurrent('packages are left to a maintainer, step by step', async () => {
  const wheel = `  - { kind: python-package, name: client, import: client, file: 'client-{version}.whl', checksums: SHA256SUMS }`
  await using world = await released({ ...QUIET, artefacts: wheel })
  const yank = await roll(world, 'packages', { pypi_action: 'yank' })
  expect(yank.outputs.reason).toBe('a maintainer has to yank client by hand, see the summary')
  expect(yank.summary).toContain('Yank the release 1.1.0')
  const stay = await roll(world, 'packages')
  expect(stay.outputs.reason).toBe('the packages stay')
  expect(writes(world)).toEqual([])
})

test.concurrent('dry runs change nothing', async () => {
  await using world = await released()
  const jobs = 'validate-rollback=success'
  for (const operation of ['readiness', 'validate', 'traffic', 'hotfix-branch', 'finalize']) {
    const run = await roll(world, operation, { 'dry-run': 'true', jobs })
    expect(run.outputs).toMatchObject({ verdict: 'pass', current_version: '1.1.0' })
  }
  expect(writes(world)).toEqual([])
  expect(world.traffic.put).toEqual([])
})

test.concurrent('an issue that cannot be opened does not keep the traffic', async () => {
  await using world = await released(QUIET)
  const run = await roll(world, 'validate')
  expect(run.outputs).toMatchObject({ verdict: 'pass', can_rollback: 'true', issue_number: '' })
  expect(run.outputs.reason).toContain('the tracking issue could not be opened')
  expect(run.log).toContain('::warning::')
})

test.concurrent('what cannot take over is refused before anything moves', async () => {
  await using world = await released(QUIET)
  const newer = await roll(world, 'validate', { rollback_version: '1.1.0' })
  expect(newer.exit).toBe(1)
  expect(newer.outputs).toMatchObject({ verdict: 'inconclusive', can_rollback: '' })
  expect(newer.outputs.reason).toMatch(/^input rollback_version: 1\.1\.0 is not older than 1\.1\.0/)
  const never = await roll(world, 'validate', { rollback_version: '0.9.0' })
  expect(never.outputs.reason).toContain('the rollback target v0.9.0 has no GitHub release')
  world.traffic.versions.blue = '0.8.0'
  const gone = await roll(world, 'traffic')
  expect(gone.exit).toBe(1)
  expect(gone.outputs.reason).toContain('1.0.0 does not run in blue')
  expect(world.traffic.put).toEqual([])
})

test.concurrent('a router that does not do what it is told fails closed', async () => {
  await using world = await released(QUIET)
  world.traffic.take = () => ({ blue: 0, green: 100 })
  const run = await roll(world, 'traffic')
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'inconclusive' })
  expect(run.outputs.reason).toContain('the router holds other weights than it was given')
  expect((await ledgerOf(world)).kinds).toEqual(['intent'])
})
