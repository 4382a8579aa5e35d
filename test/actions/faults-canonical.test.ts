import { createHash } from 'node:crypto'
import { expect, jest, test } from '@jest/globals'
import { REPOSITORY, type ReleaseWorld, releaseWorld } from './release-world.ts'

// The test starts a few processes.
jest.setTimeout(60_000)

const ASSET = 'release-go-no-go.json'
const sha256 = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

/** RFC 8785, written down once more: keys by their UTF-16 units, numbers as ECMAScript writes them, text as it is. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${pairs.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join()}}`
}

const [NFC, NFD] = ['caf\u00e9', 'cafe\u0301']
const objective = (name: string, limit: string, query: string) =>
  `{ unit: count, query: '${query}', name: ${name}, limit: '${limit}', metric: custom }`

async function ledgerFile({ github }: ReleaseWorld) {
  const { git } = github.repository(REPOSITORY)
  const head = (await git.objectAt('refs/heads/release-ledger')) ?? ''
  const tree = await git.tree(head, true)
  const paths = tree.map((each) => each.path)
  const path = paths.find((each) => /^releases\/.*\.json$/.test(each)) ?? ''
  const blob = (await git.objectAt(`${head}:${path}`)) ?? ''
  const text = (await github.fileText(REPOSITORY, 'release-ledger', path)) ?? ''
  return { path, blob, text }
}

/** Writes the entry anew, as somebody who may push. */
async function write(world: ReleaseWorld, text: string): Promise<void> {
  const { path, blob } = await ledgerFile(world)
  const token = world.github.issueToken({ permissions: { contents: 'write' } })
  const headers = { authorization: `token ${token}`, 'content-type': 'application/json' }
  const content = Buffer.from(text).toString('base64')
  const body = JSON.stringify({ message: 'x', branch: 'release-ledger', sha: blob, content })
  const url = `${world.github.url}/repos/${REPOSITORY}/contents/${path}`
  const answer = await fetch(url, { method: 'PUT', headers, body })
  if (!answer.ok) throw new Error(await answer.text())
}

test('[PM-25] what is hashed has one spelling: keys, numbers and both forms of a letter', async () => {
  const objectives = [
    objective('zoo', '0.300000', NFC),
    objective('apes', '999999999999999.9', NFD),
    "{ name: rare, metric: custom, query: up, unit: ratio, limit: '0.000010%' }",
  ]
  await using world = await releaseWorld({
    hasIssues: false,
    objectives: `[${objectives.join()}]`,
    more: "metrics: { provider: prometheus, url: 'https://metrics.example' }\n",
  })
  const hash = await world.plan()
  const { text } = await ledgerFile(world)
  const entry = JSON.parse(text)
  expect(text).toBe(canonical(entry))
  expect(hash).toBe(sha256(canonical(entry.payload.plan)))
  for (const part of ['"limit":0.3,', '"limit":999999999999999.9,', '"limit":1e-7,', NFC, NFD])
    expect(text).toContain(part)

  const publish = () =>
    world.run('publish-rollout-metadata', {
      ...{ version: '1.1.0', 'plan-hash': hash, decision: 'go', artifact: 'false' },
    })
  const spellings = [
    text.replace('"limit":0.3,', '"limit":0.30000000000000000,'),
    text.replace('"limit":1e-7,', '"limit":0.0000001,'),
    text.replace('"weight":10', '"weight":1e1'),
    text.replace('"minRequests":0', '"minRequests":-0'),
    text.replace('é', '\\u00e9'),
    JSON.stringify(Object.fromEntries(Object.entries(entry).reverse())),
    `${text}\n`,
  ]
  for (const spelling of spellings) {
    expect(spelling).not.toBe(text)
    await write(world, spelling)
    const run = await publish()
    expect([spelling, run.exit, run.outputs.verdict]).toEqual([spelling, 1, 'inconclusive'])
    expect(run.outputs.reason).toContain('the ledger of checkout stable 1.1.0 is broken at entry 1')
  }
  await write(world, text)
  const run = await publish()
  const asset = new TextDecoder().decode(world.github.assetBytes(REPOSITORY, 'v1.1.0', ASSET))
  expect(asset).toBe(`${canonical(JSON.parse(asset))}\n`)
  expect(run.outputs).toMatchObject({ verdict: 'pass', digest: sha256(asset) })
})
