import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import { openIssues, REPOSITORY, type ReleaseWorld, releaseWorld } from './release-world.ts'

// Each test plans a release, rolls it out and records its end, in processes of their own.
jest.setTimeout(120_000)

const JOBS = 'pre-flight-validation=success\ndeploy-release=success\n'

const record = (world: ReleaseWorld, hash: string) =>
  world.run('release-record', {
    ...{ version: '1.1.0', 'plan-hash': hash, report: 'pipeline', jobs: JOBS },
  })

/** 1.1.0 has gone through its only stage; its end is not recorded yet. */
async function rolledOut(world: ReleaseWorld): Promise<string> {
  const hash = await world.plan({ deployment_strategy: 'direct' })
  const inputs = { canary_version: '1.1.0', stages: 'all', operation: 'advance' }
  await world.run('canary-promote', { ...inputs, promote_immediately: 'false' })
  return hash
}

test.concurrent('[PM-19] a draft that vanished is no release: red, its issue open, and whole again with the draft', async () => {
  await using world = await releaseWorld()
  const hash = await rolledOut(world)
  const { releases } = world.github.repository(REPOSITORY)
  const at = releases.findIndex(({ tagName }) => tagName === 'v1.1.0')
  const draft = releases.splice(at, 1)
  const gone = await record(world, hash)
  expect(gone.exit).toBe(1)
  expect(gone.outputs).toMatchObject({ verdict: 'inconclusive', overall_success: '' })
  expect(gone.outputs.reason).toMatch(/release v1\.1\.0/)
  expect(openIssues(world)).toHaveLength(1)
  releases.push(...draft)
  const whole = await record(world, hash)
  expect(whole.outputs).toMatchObject({ verdict: 'pass', result: 'completed' })
  expect(releases.find(({ tagName }) => tagName === 'v1.1.0')?.draft).toBe(false)
  expect(openIssues(world)).toEqual([])
})

test.concurrent('[PM-38] what is published keeps its flags: a prerelease stays one', async () => {
  await using world = await releaseWorld({ hasIssues: false })
  const hash = await rolledOut(world)
  const release = world.github
    .repository(REPOSITORY)
    .releases.find(({ tagName }) => tagName === 'v1.1.0')
  if (release !== undefined) release.prerelease = true
  expect((await record(world, hash)).outputs).toMatchObject({ verdict: 'pass' })
  expect(release).toMatchObject({ draft: false, prerelease: true })
})

test.concurrent('a ledger that was rewritten ends nothing: an entry of it was changed', async () => {
  await using world = await releaseWorld({ hasIssues: false })
  const hash = await rolledOut(world)
  const before = await ledgerOf(world)
  await rewriteLast(world)
  const run = await record(world, hash)
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'inconclusive', overall_success: '', result: '' })
  expect(run.outputs.reason).toMatch(/ledger|chain/)
  expect(before.kinds).toEqual(['plan', 'intent', 'outcome', 'verdict'])
  const release = world.github.releases(REPOSITORY).find(({ tagName }) => tagName === 'v1.1.0')
  expect(release?.draft).toBe(true)
})

/** Changes the reason of the last verdict, as somebody who may push could. */
async function rewriteLast({ github }: ReleaseWorld): Promise<void> {
  const path = 'releases/checkout/stable/1.1.0/000004-verdict.json'
  const text = (await github.fileText(REPOSITORY, 'release-ledger', path)) ?? ''
  const token = github.issueToken({ permissions: { contents: 'write' } })
  const expectedHeadOid = await github
    .repository(REPOSITORY)
    .git.objectAt('refs/heads/release-ledger')
  const contents = Buffer.from(text.replace('"seq":4', '"seq":5')).toString('base64')
  const input = {
    branch: { repositoryNameWithOwner: REPOSITORY, branchName: 'release-ledger' },
    ...{ expectedHeadOid, message: { headline: 'Rewrite' } },
    fileChanges: { additions: [{ path, contents }] },
  }
  const query =
    'mutation m($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }'
  const headers = { authorization: `token ${token}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ query, variables: { input } })
  const answer = await fetch(github.graphqlUrl, { method: 'POST', headers, body })
  expect(await answer.json()).toMatchObject({ data: { createCommitOnBranch: {} } })
}
