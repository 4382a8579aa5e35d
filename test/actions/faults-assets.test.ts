import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals'
import { type Inputs, REPOSITORY, type ReleaseWorld, releaseWorld } from './release-world.ts'

// Each test starts a few processes.
jest.setTimeout(120_000)

const ASSET = 'release-go-no-go.json'
const TIME_LAPSE = `--import=${join(import.meta.dirname, 'time-lapse.mjs')}`

let world: ReleaseWorld
let hash: string

beforeAll(async () => {
  world = await releaseWorld({ hasIssues: false })
  hash = await world.plan()
})
afterEach(() => {
  world.github.faults.length = 0
  const left = assets().findIndex(({ name }) => name === ASSET)
  if (left >= 0) assets().splice(left, 1)
})
afterAll(async () => await world[Symbol.asyncDispose]())

/** The pauses between uploads are short. */
const publish = (inputs: Inputs = {}) =>
  world.run(
    'publish-rollout-metadata',
    { version: '1.1.0', 'plan-hash': hash, decision: 'go', artifact: 'false', ...inputs },
    { env: { NODE_OPTIONS: TIME_LAPSE } },
  )

/** An attempt that must end with an error; its reason. */
async function refused(inputs: Inputs = {}): Promise<string | undefined> {
  const run = await publish(inputs)
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  return run.outputs.reason
}

function assets() {
  const { releases } = world.github.repository(REPOSITORY)
  return releases.find(({ tagName }) => tagName === 'v1.1.0')?.assets ?? []
}
const decisions = () => assets().filter(({ name }) => name === ASSET)
const text = () => new TextDecoder().decode(world.github.assetBytes(REPOSITORY, 'v1.1.0', ASSET))
const uploads = () =>
  world.github.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/assets'))

/** Asks GitHub as somebody who may write. */
async function github(method: string, path: string, body?: object): Promise<unknown> {
  const token = world.github.issueToken({ permissions: { contents: 'write' } })
  const headers = { authorization: `token ${token}`, 'content-type': 'application/json' }
  const url = `${world.github.url}/repos/${REPOSITORY}/${path}`
  const answer = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json()
}

/** Somebody else's bytes under the name of the decision. */
function plant(bytes: string): void {
  const at = assets().findIndex(({ name }) => name === ASSET)
  const asset = assets()[at]
  if (asset === undefined) throw new Error('there is no decision')
  assets()[at] = { ...asset, digest: null, bytes: new TextEncoder().encode(bytes) }
}

test.each([0, 17])(
  '[PM-11] an upload that GitHub has with %i bytes is taken off the draft again',
  async (size) => {
    const body = { id: 1, name: ASSET, size, state: 'uploaded', digest: null }
    world.github.faults.push({
      ...{ method: 'POST', path: /\/assets$/, times: 99 },
      during: { status: 201, body },
    })
    const before = uploads().length
    expect(await refused()).toMatch(/did not store release-go-no-go\.json whole/)
    expect([uploads().length - before, decisions()]).toEqual([3, []])
  },
)

test('[PM-16] a tag that was moved after the plan stops a go, and no no-go', async () => {
  const ref = (await github('GET', 'git/ref/heads/release-ledger')) as { object: { sha: string } }
  const moved = ref.object.sha
  const before = uploads().length
  await github('PATCH', 'git/refs/tags/v1.1.0', { sha: moved, force: true })
  expect(await refused()).toContain(
    `the tag v1.1.0 is at ${moved.slice(0, 7)}, and ${world.commit.slice(0, 7)} was planned`,
  )
  expect([uploads().length - before, decisions()]).toEqual([0, []])
  expect((await publish({ decision: 'no-go' })).outputs.verdict).toBe('pass')
  await github('PATCH', 'git/refs/tags/v1.1.0', { sha: world.commit, force: true })
  expect((await publish()).outputs.reason).toBe('go for 1.1.0, asset replaced')
})

test('[PM-08] a name that is held after a delete of nothing is waited for, then an error', async () => {
  expect((await publish()).outputs.verdict).toBe('pass')
  const errors = [{ resource: 'ReleaseAsset', field: 'name', code: 'already_exists' }]
  const body = { message: 'Validation Failed', errors }
  const held = (times: number) => {
    const gone = { status: 404, body: { message: 'Not Found' } }
    world.github.faults.push(
      { method: 'DELETE', path: /\/assets\/\d+$/, times, before: gone },
      { method: 'POST', path: /\/assets$/, times, before: { status: 422, body } },
    )
  }
  const before = uploads().length
  held(99)
  expect(await refused({ decision: 'no-go' })).toMatch(/^GitHub answered 422 .*already_exists/)
  expect([uploads().length - before, decisions().length]).toEqual([3, 1])
  expect(text()).toContain('"status":"go"')
  world.github.faults.length = 0
  held(2)
  const run = await publish({ decision: 'no-go' })
  expect(run.outputs.reason).toBe('no-go for 1.1.0, asset replaced')
  expect(decisions()).toHaveLength(1)
  expect(text()).toContain('"status":"no-go"')
})

test('[PM-21] a decision of a newer plan, and one that was planned elsewhere, stay', async () => {
  await publish()
  const own = text()
  const other = `sha256:${'0'.repeat(64)}`
  const cases = [
    [own.replace(/"generatedAt":"20\d\d/, '"generatedAt":"2999'), /is of a newer plan \(2999-/],
    [own.replace(hash, other), /is of a plan that this ledger does not have/],
    [own.replace('"version":"1.1.0"', '"version":"1.0.0"'), /that this ledger does not have/],
  ] as const
  for (const [planted, reason] of cases) {
    plant(planted)
    expect(await refused()).toMatch(reason)
    expect(text()).toBe(planted)
  }
  plant('{"half of')
  expect((await publish()).outputs.reason).toBe('go for 1.1.0, asset replaced')
  expect(text()).toBe(own)
})
