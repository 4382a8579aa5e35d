import { createHash } from 'node:crypto'
import { expect, jest, test } from '@jest/globals'
import { startResults } from '../../sandbox/results/index.ts'
import {
  type Inputs,
  REPOSITORY,
  type ReleaseWorld,
  releaseWorld,
  writes,
  writesIn,
} from './release-world.ts'

// Each test plans a release and publishes its decision, in processes of their own.
jest.setTimeout(120_000)

const QUIET = { hasIssues: false }
const ASSET = 'release-go-no-go.json'

const publish = (world: ReleaseWorld, hash: string, inputs: Inputs = {}, more = {}) =>
  world.run(
    'publish-rollout-metadata',
    { version: '1.1.0', 'plan-hash': hash, decision: 'go', artifact: 'false', ...inputs },
    more,
  )

function assetOf({ github }: ReleaseWorld): string {
  return new TextDecoder().decode(github.assetBytes(REPOSITORY, 'v1.1.0', ASSET))
}

function assetsNamed({ github }: ReleaseWorld) {
  const release = github.releases(REPOSITORY).find((r) => r.tagName === 'v1.1.0')
  return (release?.assets ?? []).filter((asset) => asset.name === ASSET)
}

test.concurrent('the decision is an asset of the draft and an artifact of the run', async () => {
  await using world = await releaseWorld(QUIET)
  const hash = await world.plan({ 'desktop-rollout-percentage': '25' })
  const results = await startResults()
  try {
    const env = {
      ACTIONS_RESULTS_URL: results.url,
      ACTIONS_RUNTIME_TOKEN: results.runtimeToken('7'),
      GITHUB_SERVER_URL: 'https://github.com',
    }
    const run = await publish(world, hash, { artifact: 'true' }, { env })
    expect(run.outputs).toEqual({
      verdict: 'pass',
      reason: 'go for 1.1.0, asset uploaded',
      evidence: '[]',
      asset: ASSET,
      'artifact-name': 'release-go-no-go-1.1.0',
      digest: `sha256:${createHash('sha256').update(assetOf(world)).digest('hex')}`,
      'desktop-rollout-percentage': '25',
    })
    expect(run.exit).toBe(0)
    expect(results.artifacts().map(({ name }) => name)).toEqual(['release-go-no-go-1.1.0'])
    expect(results.violations).toEqual([])
  } finally {
    await results.close()
  }
  expect(JSON.parse(assetOf(world))).toMatchObject({
    version: '1.1.0',
    buildType: 'stable',
    gitShortHash: world.commit.slice(0, 7),
    planHash: hash,
    releaseInputs: { baselineVersion: '1.0.0', desktopRolloutPercentage: '25' },
    gates: { canaryGatePassed: true, status: 'go' },
  })
})

test.concurrent('twice in one attempt, and the other decision after it: each has its artifact once', async () => {
  await using world = await releaseWorld(QUIET)
  const hash = await world.plan()
  const results = await startResults()
  try {
    const env = {
      ACTIONS_RESULTS_URL: results.url,
      ACTIONS_RUNTIME_TOKEN: results.runtimeToken('7'),
      GITHUB_SERVER_URL: 'https://github.com',
    }
    const names: (string | undefined)[] = []
    for (const decision of ['go', 'go', 'no-go', 'no-go']) {
      const run = await publish(world, hash, { artifact: 'true', decision }, { env })
      expect(run.outputs.verdict).toBe('pass')
      names.push(run.outputs['artifact-name'])
    }
    const [go, noGo] = ['release-go-no-go-1.1.0', 'release-go-no-go-1.1.0-2']
    expect(names).toEqual([go, go, noGo, noGo])
    expect(results.artifacts().map(({ name }) => name)).toEqual([go, noGo])
    expect(results.violations).toEqual([])
  } finally {
    await results.close()
  }
})

test.concurrent('however often it runs there is one asset; another decision replaces it on a draft', async () => {
  await using world = await releaseWorld(QUIET)
  const hash = await world.plan()
  const dry = await publish(world, hash, { 'dry-run': 'true' })
  expect(dry.outputs.reason).toBe('dry run: go would be published')
  expect(assetsNamed(world)).toEqual([])
  await publish(world, hash)
  const before = assetsNamed(world)
  const again = await publish(world, hash)
  expect(again.outputs.reason).toBe('go for 1.1.0, asset same')
  expect(assetsNamed(world)).toEqual(before)
  const other = await publish(world, hash, { decision: 'no-go' })
  expect(other.outputs.reason).toBe('no-go for 1.1.0, asset replaced')
  expect(assetsNamed(world)).toHaveLength(1)
  expect(assetOf(world)).toContain('"status":"no-go"')
})

test.concurrent('[PM-04] [PM-15] two at once, and a lost answer: one asset, and both know it', async () => {
  await using world = await releaseWorld(QUIET)
  const hash = await world.plan()
  world.github.faults.push({ method: 'POST', path: /\/assets$/, after: 'reset' })
  const runs = await Promise.all([publish(world, hash), publish(world, hash)])
  expect(runs.map((run) => [run.outputs.verdict, run.outputs.reason])).toEqual([
    ['pass', expect.stringMatching(/^go for 1\.1\.0, asset (uploaded|same)$/)],
    ['pass', expect.stringMatching(/^go for 1\.1\.0, asset (uploaded|same)$/)],
  ])
  expect(assetsNamed(world)).toHaveLength(1)
})

test.concurrent('a published immutable release keeps what it has, and the result says so', async () => {
  await using world = await releaseWorld({ ...QUIET, immutableReleases: true })
  const hash = await world.plan()
  await publishDraft(world)
  const from = world.github.requests.length
  const run = await publish(world, hash)
  expect(run.outputs).toMatchObject({
    verdict: 'pass',
    reason: 'go for 1.1.0, the release is immutable: only the ledger and the artifact carry it',
  })
  expect(assetsNamed(world)).toEqual([])
  expect(writesIn(world.github.requests.slice(from))).toEqual([])
})

test.concurrent('a decision without its plan, or against the ledger, is refused', async () => {
  await using world = await releaseWorld(QUIET)
  const wrong = `sha256:${'0'.repeat(64)}`
  const none = await publish(world, wrong)
  expect(none.outputs.reason).toMatch(/^there is no plan for checkout 1\.1\.0\./)
  const hash = await world.plan()
  const other = await publish(world, wrong)
  expect(other.outputs.reason).toMatch(/^the ledger holds the plan/)
  await world.run('canary-promote', {
    ...{ canary_version: '1.1.0', stages: 'all', promote_immediately: 'false' },
    ...{ operation: 'roll-back', reason: 'complaints' },
  })
  const from = world.github.requests.length
  const back = await publish(world, hash)
  expect(back.exit).toBe(1)
  expect(back.outputs.reason).toBe('the ledger says that 1.1.0 was rolled back. Publish no-go')
  expect(writesIn(world.github.requests.slice(from))).toEqual([])
  expect((await publish(world, hash, { decision: 'no-go' })).outputs.verdict).toBe('pass')
})

test.concurrent('[PM-36] a draft is not seen, and no asset is taken, without contents: write', async () => {
  await using world = await releaseWorld(QUIET)
  const hash = await world.plan()
  const before = writes(world).length
  const run = await publish(world, hash, {}, { permissions: { contents: 'read' } })
  expect(run.exit).toBe(1)
  expect(run.outputs.verdict).toBe('inconclusive')
  expect(run.outputs.reason).toContain('a draft is shown only to a token with contents: write')
  expect(writes(world)).toHaveLength(before)
})

async function publishDraft({ github }: ReleaseWorld): Promise<void> {
  const release = github.releases(REPOSITORY).find((r) => r.tagName === 'v1.1.0')
  const token = github.issueToken({ permissions: { contents: 'write' } })
  const headers = { authorization: `token ${token}`, 'content-type': 'application/json' }
  const url = `${github.url}/repos/${REPOSITORY}/releases/${release?.id}`
  const answer = await fetch(url, { method: 'PATCH', headers, body: '{"draft":false}' })
  if (!answer.ok) throw new Error(`publishing: ${answer.status}`)
}
