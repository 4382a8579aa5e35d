import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import { appends, PLAN_INPUTS, REPOSITORY, releaseWorld, writes } from './release-world.ts'

// Each test starts processes.
jest.setTimeout(120_000)

test.concurrent('what GitHub refuses is sent once, and said with its remedy', async () => {
  await using world = await releaseWorld()
  const errors = [{ type: 'UNPROCESSABLE', message: 'Secret detected\nin a file' }]
  const before = { status: 200, body: { data: null, errors } }
  world.github.faults.push({ operation: 'mutation', path: /^\/graphql$/, times: 9, before })
  const run = await world.run('plan', PLAN_INPUTS)
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'inconclusive', plan_hash: '' })
  expect(run.outputs.reason).toMatch(
    /^GitHub refused the ledger entry: Secret detected in a file\. .*contents: write$/,
  )
  expect(appends(world)).toHaveLength(1)
})

test.concurrent.each([
  ['update', 'the rules update hold for the branch release-ledger. Exclude that branch'],
  ['pull_request', 'the rules pull_request hold for the branch release-ledger. Exclude that'],
  ['creation', 'GitHub refused the branch release-ledger. Exclude it from the rules'],
] as const)('a rule %s over the ledger is refused with its remedy', async (type, reason) => {
  await using world = await releaseWorld({ rules: [{ branch: 'release-*', type }] })
  const run = await world.run('plan', PLAN_INPUTS)
  expect(run.exit).toBe(1)
  expect(run.outputs.reason).toContain(reason)
  expect(appends(world)).toEqual([])
  expect(world.github.issues(REPOSITORY)).toEqual([])
})

test.concurrent('without issues the plan stands in the ledger alone', async () => {
  await using world = await releaseWorld({ hasIssues: false })
  const run = await world.run('plan', PLAN_INPUTS)
  expect(run.outputs).toMatchObject({ verdict: 'pass', issue_number: '' })
  expect((await ledgerOf(world)).kinds).toEqual(['plan'])
})

test.concurrent.each([
  [{ contents: 'read', issues: 'write' }, 'a draft is shown only to a token with contents: write'],
  [{ contents: 'write' }, 'Grant the job issues: write'],
  [{ issues: 'write' }, 'contents: write'],
] as const)(
  '[RW-16] with the permissions %j the missing one is named',
  async (permissions, remedy) => {
    await using world = await releaseWorld()
    const run = await world.run('plan', PLAN_INPUTS, { permissions })
    expect(run.exit).toBe(1)
    expect(run.outputs).toMatchObject({ verdict: 'inconclusive', can_proceed: '' })
    expect(run.outputs.reason).toContain(remedy)
  },
)

const refusals = [
  [{ release_version: '1.0.0' }, 'input release_version: 1.0.0 is not newer than'],
  [{ release_version: '1.3.0' }, 'tag v1.3.0 does not exist. Tag the commit'],
  [{ baseline_version: '0.9.0' }, 'the rollback target v0.9.0 has no GitHub release'],
  [
    { canary_percentage: '10', rollout_duration: '6h' },
    'the rollout takes 6h, and a run that watches it ends after 5h30m',
  ],
  [
    { canary_percentage: '10', rollout_duration: '12h', clock: 'schedule' },
    'and a schedule looks every 6h at best',
  ],
  [{ environment: 'nowhere' }, 'has no profile'],
] as const

test.concurrent('what cannot be released is refused before anything is written', async () => {
  await using world = await releaseWorld()
  for (const [inputs, reason] of refusals) {
    const run = await world.run('plan', { ...PLAN_INPUTS, ...inputs })
    expect(run.exit).toBe(1)
    expect(run.outputs).toMatchObject({ verdict: 'inconclusive', can_proceed: '' })
    expect(run.outputs.reason).toContain(reason)
  }
  expect(writes(world)).toEqual([])
})

test.concurrent('no slot that answers with the rollback target: nothing is planned', async () => {
  await using world = await releaseWorld()
  world.traffic.versions.blue = '1.0.1'
  const run = await world.run('plan', { ...PLAN_INPUTS, baseline_version: '1.0.0' })
  expect(run.outputs.reason).toMatch(/^no slot answers with the rollback target 1\.0\.0\. Start/)
  expect(writes(world)).toEqual([])
})
