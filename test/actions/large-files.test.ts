import { expect, jest, test } from '@jest/globals'
import { fakeGitHub } from './fake-github.ts'
import { endless, largeFile, MEASURED, peakOf } from './large-file.ts'
import { runAction } from './run-action.ts'
import type { Answer } from './server.ts'
import { index, OTHER, verify, WHEEL, wheel } from './verify-pypi-world.ts'

// Each test starts a process.
jest.setTimeout(60_000)

const LARGE = largeFile(160)
/** MiB of memory: an action has about 100 without any file, what was read and is not yet collected, and not the file. */
const MOST = 280

/** An index that names no size, with these bytes behind the file. */
function sending(file: (response: Parameters<Answer>[1]) => void, sha256 = LARGE.sha256): Answer {
  const listed = index([{ ...wheel, hashes: { sha256 } }])
  return (request, response) =>
    request.url.startsWith('/files/') ? file(response) : listed(request, response)
}

const declaring = (sha256: string) => ({
  inputs: { package: 'checkout_client', 'expected-sha256s': `${sha256}  ${WHEEL}` },
  env: MEASURED,
})

test.concurrent('[VP-23] a file of 160 MiB without a size is hashed as it arrives, and is never in memory', async () => {
  const served = sending((response) => LARGE.send(response))
  const run = await verify(served, declaring(LARGE.sha256))
  expect([run.exit, run.outputs.verdict]).toEqual([0, 'pass'])
  expect(run.outputs.evidence).toContain(LARGE.sha256)
  expect(peakOf(run)).toBeLessThan(MOST)
})

test.concurrent('[VP-23] other bytes, an end that is missing, and no end at all are refused', async () => {
  const file = largeFile(8)
  const other = await verify(
    sending((response) => file.send(response), OTHER),
    declaring(OTHER),
  )
  expect([other.exit, other.outputs.verdict]).toEqual([1, 'fail'])
  expect(other.outputs.reason).toContain(`${file.sha256} is not the declared nor the index's`)
  const cut = await verify(
    sending((response) => file.send(response, 5)),
    declaring(OTHER),
  )
  expect([cut.exit, cut.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(cut.outputs.reason).toContain('the connection failed (ECONNRESET)')
  const more = await verify(sending(endless), declaring(OTHER))
  expect([more.exit, more.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(more.outputs.reason).toContain('answer is larger than 536870912 bytes')
  expect(peakOf(more)).toBeLessThan(MOST)
})

const TARBALL = 'checkout-1.2.0.tar.gz'
const config = `product: checkout
objectives: none
artefacts: [{kind: release-asset, name: 'checkout-{version}.tar.gz', checksums: SHA256SUMS}]
`

test.concurrent('an asset of a release is never in memory where only its digest is wanted', async () => {
  const files = { SHA256SUMS: `${LARGE.sha256}  ${TARBALL}\n`, [TARBALL]: LARGE }
  await using github = await fakeGitHub(config, [{ tag: 'v1.2.0', files }])
  const inputs = { version_to_verify: '1.2.0' }
  const run = await runAction('verify-assets', { github: github.url, inputs, env: MEASURED })
  expect([run.exit, run.outputs.verdict]).toEqual([0, 'pass'])
  expect(run.outputs.evidence).toContain(`${LARGE.size} bytes, sha256 ${LARGE.sha256}`)
  expect(peakOf(run)).toBeLessThan(MOST)
})
