import { expect, jest, test } from '@jest/globals'
import { type Consumer, consumer, sha256, withChecksums } from './consumer.ts'
import { type Run, runAction } from './run-action.ts'

// Each test starts a process.
jest.setTimeout(60_000)

const TARBALL = 'checkout-1.2.0.tar.gz'
const config = `product: checkout
objectives: none
artefacts:
  - kind: release-asset
    name: checkout-{version}.tar.gz
    checksums: SHA256SUMS
`
const files = withChecksums({ [TARBALL]: 'the service' })
const write = { contents: 'write' } as const

async function verify(at: Consumer, wanted = '1.2.0', token = at.token(write)): Promise<Run> {
  const inputs = { version_to_verify: wanted, token, 'dry-run': 'false' }
  const run = await runAction('verify-assets', { github: at.github.url, inputs })
  expect(at.github.violations).toEqual([])
  return run
}

async function verifyFiles(own: Readonly<Record<string, string>>): Promise<Run> {
  await using at = await consumer(config)
  await at.release('v1.2.0', own)
  return await verify(at)
}

test('a draft whose bytes are those of checksums and digest passes', async () => {
  const run = await verifyFiles(files)
  expect(run.exit).toBe(0)
  expect(run.outputs).toMatchObject({
    verdict: 'pass',
    reason: 'all 1 passed',
    version: '1.2.0',
    is_prerelease: 'false',
    tag: 'v1.2.0',
  })
  expect(run.outputs.evidence).toContain(sha256('the service'))
  expect(run.summary).toContain('1 of 1 assets')
})

test.each([
  [{ SHA256SUMS: `${sha256('x')}  ${TARBALL}\n` }, `${TARBALL} is not on the release v1.2.0`],
  [{ [TARBALL]: 'the service' }, 'SHA256SUMS is not on the release v1.2.0'],
  [{ ...files, [TARBALL]: 'another one' }, `${TARBALL} has not the digest of its checksums line`],
  [{ ...files, SHA256SUMS: `${sha256('x')}  other.tar.gz\n` }, `${TARBALL} has no line in the`],
  [{ ...files, SHA256SUMS: `${sha256('x')} ${TARBALL}\n` }, 'the checksums cannot be read: line 1'],
])('fails for wrong files, case %#', async (own, problem) => {
  const run = await verifyFiles(own)
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({
    verdict: 'fail',
    reason: expect.stringContaining(`${TARBALL}: ${problem}`),
    version: '1.2.0',
  })
})

test('fails for bytes that are not those of the digest', async () => {
  await using at = await consumer(config)
  await at.release('v1.2.0', files)
  at.spoil('v1.2.0', TARBALL)
  const run = await verify(at)
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({
    verdict: 'fail',
    reason: expect.stringContaining('the bytes are not those of its size and digest'),
  })
})

test('fails when there is no such release', async () => {
  await using at = await consumer(config)
  const run = await verify(at)
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({
    verdict: 'fail',
    reason: 'release: does not exist, wanted exists',
    tag: 'v1.2.0',
  })
})

test('a draft is not seen by a token that only reads', async () => {
  await using at = await consumer(config)
  await at.release('v1.2.0', files)
  const run = await verify(at, '1.2.0', at.token({ contents: 'read' }))
  expect(run.outputs.verdict).toBe('fail')
})

test('latest is the newest published version, not the last one published', async () => {
  await using at = await consumer(config)
  await at.release('v1.2.0', files, true)
  await at.release('v1.1.9', {}, true)
  await at.release('other-9.0.0', {}, true)
  await at.release('v1.3.0', {})
  const run = await verify(at, 'latest')
  expect(run.outputs).toMatchObject({ verdict: 'pass', version: '1.2.0', tag: 'v1.2.0' })
})

test('a tag says the same as its version, and prereleases are told', async () => {
  await using at = await consumer('product: checkout\nobjectives: none\n')
  const run = await verify(at, 'v2.0.0-beta.1')
  expect(run.outputs).toMatchObject({
    verdict: 'pass',
    reason: 'nothing declared',
    version: '2.0.0-beta.1',
    is_prerelease: 'true',
    tag: 'v2.0.0-beta.1',
  })
})

test.each(['newest', '1.2', 'v', '$(id)'])('%s is no version', async (wanted) => {
  await using at = await consumer(config)
  const run = await verify(at, wanted)
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({
    verdict: 'inconclusive',
    reason: expect.stringMatching(/^input version_to_verify: .*1\.4\.0, v1\.4\.0 or latest$/),
    version: '',
  })
})

test.each([
  [401, 'GitHub answered 401'],
  [403, 'GitHub answered 403'],
  [{ status: 200, body: '<html>' }, 'GitHub answered GET'],
] as const)('a list answered with %s decides nothing', async (before, reason) => {
  await using at = await consumer(config)
  await at.release('v1.2.0', files)
  at.github.faults.push({ method: 'GET', path: /\/releases$/, times: 9, before })
  const run = await verify(at)
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({
    verdict: 'inconclusive',
    reason: expect.stringContaining(reason),
  })
})

test('a token that is unknown decides nothing', async () => {
  await using at = await consumer(config)
  const run = await verify(at, '1.2.0', 'unknown')
  expect(run.outputs).toMatchObject({
    verdict: 'inconclusive',
    reason: expect.stringContaining('Give a valid token'),
  })
})
