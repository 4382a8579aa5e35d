import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { ledgerOf } from '../../test/actions/ledger-of.ts'
import {
  appends,
  type Inputs,
  PLAN_INPUTS,
  REPOSITORY,
  type ReleaseWorld,
  releaseWorld,
} from '../../test/actions/release-world.ts'

// Each test starts a few processes.
jest.setTimeout(120_000)

/** Without issues nobody waits for GitHub's list of them to settle. */
const QUIET = { hasIssues: false }
const ASSET = 'release-go-no-go.json'
const TIME_LAPSE = `--import=${join(import.meta.dirname, '../../test/actions/time-lapse.mjs')}`

const publish = (world: ReleaseWorld, hash: string, inputs: Inputs = {}, more = {}) =>
  world.run(
    'publish-rollout-metadata',
    { version: '1.1.0', 'plan-hash': hash, decision: 'go', artifact: 'false', ...inputs },
    more,
  )
const promote = (world: ReleaseWorld, inputs: Inputs = {}, more = {}) =>
  world.run(
    'canary-promote',
    {
      ...{ canary_version: '1.1.0', stages: 'all', operation: 'advance' },
      ...{ promote_immediately: 'false', ...inputs },
    },
    more,
  )
const releaseIn = ({ github }: ReleaseWorld) =>
  github.repository(REPOSITORY).releases.find(({ tagName }) => tagName === 'v1.1.0')
const assetsIn = (world: ReleaseWorld) =>
  (releaseIn(world)?.assets ?? []).filter(({ name }) => name === ASSET)

test.concurrent('[C-29] a write whose connection was cut before it was read is written, once', async () => {
  await using world = await releaseWorld(QUIET)
  world.github.faults.push({ operation: 'mutation', path: /^\/graphql$/, before: 'reset' })
  await world.plan()
  expect((await ledgerOf(world)).kinds).toEqual(['plan'])
  expect(appends(world)).toHaveLength(2)
})

test.concurrent('[C-31] [C-32] writes that were carried out are not sent again, whatever was answered', async () => {
  await using world = await releaseWorld(QUIET)
  world.github.faults.push({ operation: 'mutation', path: /^\/graphql$/, after: 502 })
  await world.plan({ deployment_strategy: 'direct' })
  for (const after of [503, 504, 'reset'] as const)
    world.github.faults.push({ operation: 'mutation', path: /^\/graphql$/, after })
  const run = await promote(world)
  expect(run.outputs).toMatchObject({ verdict: 'pass', deployment_successful: 'true' })
  expect((await ledgerOf(world)).kinds).toEqual(['plan', 'intent', 'outcome', 'verdict'])
  expect(appends(world)).toHaveLength(4)
  expect(world.traffic.put).toHaveLength(1)
})

test.concurrent('[C-38] a 201 whose JSON is none is no answer: what stands decides', async () => {
  await using world = await releaseWorld()
  const broken = { status: 201, body: '{"number": 1, "tit' }
  world.github.faults.push({ method: 'POST', path: /\/issues$/, after: broken })
  const run = await world.run('plan', PLAN_INPUTS)
  expect(run.outputs).toMatchObject({ verdict: 'pass', issue_number: '1' })
  expect(world.github.issues(REPOSITORY)).toHaveLength(1)
})

test.concurrent('[C-50] after a secondary limit nobody sends before its time', async () => {
  await using world = await releaseWorld(QUIET)
  const headers = { 'retry-after': '7' }
  const body = { message: 'You have exceeded a secondary rate limit' }
  world.github.faults.push({
    method: 'GET',
    path: /\/contents\//,
    before: { status: 403, headers, body },
  })
  const from = world.github.requests.length
  const run = await world.run('plan', { ...PLAN_INPUTS, 'dry-run': 'true' })
  expect(run.outputs.verdict).toBe('pass')
  expect(run.seconds).toBeGreaterThan(7)
  const paths = world.github.requests.slice(from).map(({ path }) => path)
  expect(paths[0]).toBe(paths[1])
})

describe('the decision of a planned release', () => {
  let world: ReleaseWorld
  let hash: string
  let size: number
  const trouble = (method: string, path: RegExp, fault: object) =>
    world.github.faults.push({ method, path, times: 99, ...fault })
  const uploads = () =>
    world.github.requests.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/assets'),
    )

  /** An attempt that must end without an asset; its reason. The pauses between its uploads are short. */
  async function refused(): Promise<string | undefined> {
    const run = await publish(world, hash, {}, { env: { NODE_OPTIONS: TIME_LAPSE } })
    expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
    expect([assetsIn(world), releaseIn(world)?.draft]).toEqual([[], true])
    return run.outputs.reason
  }

  beforeAll(async () => {
    world = await releaseWorld(QUIET)
    hash = await world.plan()
    // What is answered about an upload is wrong in nothing but what a test is about.
    await publish(world, hash)
    size = releaseIn(world)?.assets.pop()?.bytes.length ?? 0
  })
  afterEach(() => {
    world.github.faults.splice(0)
    const assets = releaseIn(world)?.assets ?? []
    const at = assets.findIndex(({ name }) => name === ASSET)
    if (at >= 0) assets.splice(at, 1)
  })
  afterAll(async () => await world[Symbol.asyncDispose]())

  test.each(['missing', 'missing_field', 'invalid', 'unprocessable', 'custom'])(
    '[C-59] a 422 with the code %s is said with it',
    async (code) => {
      const errors = [{ resource: 'ReleaseAsset', field: 'name', code, message: `it is ${code}` }]
      const body = { message: 'Validation Failed', errors }
      trouble('POST', /\/assets$/, { before: { status: 422, body } })
      const reason = await refused()
      expect(reason).toMatch(/^GitHub answered 422 to POST .*Validation Failed/)
      expect(reason).toContain(code)
    },
  )

  test.each(['starter', 'open', 'weird'])(
    '[PM-10] an upload that stays in the state %s is none',
    async (state) => {
      const body = { id: 1, name: ASSET, size, state, digest: null }
      trouble('POST', /\/assets$/, { before: { status: 201, body } })
      expect(await refused()).toMatch(/did not store release-go-no-go\.json whole/)
    },
  )

  test('[PM-13] an upload that GitHub has with another digest is no success', async () => {
    const digest = `sha256:${'0'.repeat(64)}`
    const body = { id: 1, name: ASSET, size, state: 'uploaded', digest }
    trouble('POST', /\/assets$/, { before: { status: 201, body } })
    expect(await refused()).toMatch(/did not store release-go-no-go\.json whole/)
  })

  test("[PM-20] bytes and token go to no upload address that is not GitHub's", async () => {
    const token = world.github.issueToken({ permissions: { contents: 'write' } })
    const url = `${world.github.url}/repos/${REPOSITORY}/releases`
    const answer = await fetch(url, { headers: { authorization: `token ${token}` } })
    const listed = (await answer.json()) as readonly { readonly tag_name: string }[]
    const upload_url = 'https://evil.example/assets{?name,label}'
    const body = listed.map((one) => ({ ...one, upload_url }))
    trouble('GET', /\/releases$/, { before: { status: 200, body } })
    const [own] = body.filter(({ tag_name }) => tag_name === 'v1.1.0')
    trouble('GET', /\/releases\/\d+$/, { before: { status: 200, body: own } })
    expect(await refused()).toContain('an upload address at https://evil.example')
  })

  test('[PM-02] is put on neither of two drafts of one tag', async () => {
    const { releases } = world.github.repository(REPOSITORY)
    const draft = releaseIn(world)
    if (draft !== undefined) releases.push({ ...draft, id: 4711, assets: [] })
    expect(await refused()).toContain('there are 2 releases of the tag v1.1.0')
    releases.pop()
  })

  test('[C-59] [PM-06] a 422 that says it is there already is looked at: the same bytes are a success', async () => {
    const errors = [{ resource: 'ReleaseAsset', field: 'name', code: 'already_exists' }]
    const body = { message: 'Validation Failed', errors }
    const before = uploads().length
    world.github.faults.push({ method: 'POST', path: /\/assets$/, after: { status: 422, body } })
    const run = await publish(world, hash)
    expect(run.outputs).toMatchObject({ verdict: 'pass', reason: 'go for 1.1.0, asset uploaded' })
    expect([assetsIn(world).length, uploads().length - before]).toEqual([1, 1])
  })

  test('[PM-12] a stored asset without a digest is downloaded and compared', async () => {
    await publish(world, hash)
    const assets = releaseIn(world)?.assets ?? []
    const at = assets.findIndex(({ name }) => name === ASSET)
    const asset = assets[at]
    if (asset === undefined) throw new Error('there is no decision')
    assets[at] = { ...asset, digest: null }
    const before = uploads().length
    expect((await publish(world, hash)).outputs.reason).toBe('go for 1.1.0, asset same')
    assets[at] = { ...asset, digest: null, bytes: asset.bytes.map((byte) => byte ^ 1) }
    expect((await publish(world, hash)).outputs.verdict).toBe('pass')
    expect(uploads().length - before).toBe(1)
    expect(assetsIn(world)).toHaveLength(1)
  })

  test('[PM-27] [PM-29] holds nothing of the environment but what is listed, and a second attempt has its own artifact', async () => {
    const canaries = {
      ...{ MY_PASSWORD: 'canary-1', AWS_SECRET_ACCESS_KEY: 'canary-2', NPM_TOKEN: 'canary-3' },
      ...{ GITHUB_HEAD_REF: 'canary-4', RUNNER_NAME: 'canary-5', GITHUB_RUN_ATTEMPT: '2' },
    }
    const run = await publish(world, hash, { decision: 'no-go' }, { env: canaries })
    expect(run.outputs['artifact-name']).toBe('release-go-no-go-1.1.0-attempt-2')
    const bytes = world.github.assetBytes(REPOSITORY, 'v1.1.0', ASSET)
    const asset = new TextDecoder().decode(bytes)
    expect(asset).toContain('"status":"no-go"')
    expect(asset + run.summary + run.log + JSON.stringify(run.outputs)).not.toContain('canary-')
  })
})
