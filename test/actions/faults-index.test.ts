import { createHash } from 'node:crypto'
import { expect, jest, test } from '@jest/globals'
import type { Answer } from './server.ts'
import { BYTES, index, OTHER, SHA, verify, WHEEL, wheel } from './verify-pypi-world.ts'

// Each test starts a few processes.
jest.setTimeout(60_000)

const warnings = (log: string) => log.split('\n').filter((line) => line.startsWith('::warning::'))

/** A page of this version with this status. */
const page = (version: string, status?: string) =>
  index([wheel], BYTES, {
    meta: { 'api-version': version },
    ...(status === undefined ? {} : { 'project-status': { status } }),
  })

test.concurrent('[VP-14] an archived and a deprecated project warn, a status that nobody knows decides nothing', async () => {
  for (const status of ['archived', 'deprecated']) {
    const run = await verify(page('1.4', status))
    expect(run.outputs.verdict).toBe('pass')
    expect(warnings(run.log)).toEqual([expect.stringContaining(`the project ${status}`)])
    expect(run.summary).toContain(`calls the project ${status}`)
  }
  const run = await verify(page('1.4', 'embargoed::error::'))
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(run.outputs.reason).toContain('gives the project a status that is not known')
  expect((await verify(page('1.4', 'active'))).log).not.toContain('::warning::')
})

test.concurrent('[VP-16] a newer minor version of the API warns, another major one is refused', async () => {
  const newer = await verify(page('1.9'))
  expect(newer.outputs.verdict).toBe('pass')
  expect(warnings(newer.log)).toEqual([expect.stringContaining('speaks version 1.9 of its API')])
  const html: Answer = ({ url }, response) => {
    if (url.startsWith('/files/')) return void response.end(BYTES)
    response.setHeader('content-type', 'text/html')
    const meta = '<meta name="pypi:repository-version" content="2.0">'
    response.end(`${meta}<a href="../../files/${WHEEL}#sha256=${SHA}">${WHEEL}</a>`)
  }
  for (const answer of [page('2.0'), html]) {
    const run = await verify(answer)
    expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
    expect(run.outputs.reason).toContain('another version of its API than 1.x')
  }
})

const named = (filename: string, more: object = {}) => ({
  ...wheel,
  filename,
  url: `../../files/${encodeURIComponent(filename)}`,
  ...more,
})

test.concurrent('[VP-20] equal versions are one however they are spelled, and a local version is refused', async () => {
  const spelled = 'checkout_client-1.2-py3-none-any.whl'
  const others = ['1!1.2', '1.2.0.1', '1.2.0rc1', '1.20', 'v', 'latest']
  const files = [spelled, ...others.map((version) => `checkout_client-${version}-py3-none-any.whl`)]
  const given = { package: 'checkout_client', 'expected-sha256s': `${SHA}  ${spelled}` }
  const run = await verify(index(files.map((file) => named(file))), { inputs: given })
  expect(run.outputs).toMatchObject({ verdict: 'pass', version: '1.2.0' })
  expect(run.seen.filter(({ url }) => url.startsWith('/files/'))).toHaveLength(1)
  const candidate = 'checkout_client-1.2.0rc1-py3-none-any.whl'
  const sums = { ...given, version: 'v1.2.0-rc.1', 'expected-sha256s': `${SHA}  ${candidate}` }
  const written = named('checkout-client-1.2-RC_1.tar.gz')
  const before = await verify(index([written, named(candidate)]), { inputs: sums })
  expect(before.outputs.reason).toContain('undeclared checkout-client-1.2-RC_1.tar.gz')
  const local = await verify(index([wheel, named('checkout_client-1.2.0+cpu-py3-none-any.whl')]))
  expect(local.outputs.verdict).toBe('fail')
  expect(local.outputs.reason).toContain('of a local version checkout_client-1.2.0+cpu')
  const asked = await verify(index([wheel]), { inputs: { version: '1.2.0+cpu' } })
  expect([asked.exit, asked.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(asked.outputs.reason).toContain('1.2.0+cpu is a local version')
})

test.concurrent('[VP-21] file names are read exactly; what is no package is ignored, with a note', async () => {
  const tagged = 'checkout_client-1.2.0-7-py3-none-any.whl'
  const legacy = 'checkout-client-1.2.0.zip'
  const unknown = ['checkout_client-extra-1.2.0.tar.gz', 'checkout_client-1.2.0-py3.11.egg']
  const given = { 'expected-sha256s': [tagged, legacy].map((f) => `${SHA}  ${f}`).join('\n') }
  const files = [...unknown, tagged, legacy].map((file) => named(file))
  const run = await verify(index(files), { inputs: { package: 'checkout_client', ...given } })
  expect(run.outputs.verdict).toBe('pass')
  expect(run.seen.filter(({ url }) => url.startsWith('/files/'))).toHaveLength(2)
  const [note] = run.summary.split('\n').filter((line) => line.startsWith('Ignored'))
  expect(note?.replaceAll('&#95;', '_')).toBe(
    `Ignored, no wheel or source archive of the package: ${unknown.join(', ')}.`,
  )
  expect((await verify(index([wheel]))).summary).not.toContain('Ignored')
})

test.concurrent('more or fewer bytes than the index names fail, and an endless file is read no further', async () => {
  const sized = (size: number) => [{ ...wheel, size }]
  expect((await verify(index(sized(BYTES.length)))).outputs.verdict).toBe('pass')
  const fewer = await verify(index(sized(BYTES.length + 1)))
  expect(fewer.outputs.verdict).toBe('fail')
  expect(fewer.outputs.reason).toContain('9 bytes, not the 10 that the index names')
  let sent = 0
  const endless: Answer = (request, response) => {
    if (!request.url.startsWith('/files/')) return index(sized(1_000_000))(request, response)
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536))) sent += 65_536
    }
    response.on('drain', more)
    more()
  }
  const run = await verify(endless)
  expect(run.outputs.verdict).toBe('fail')
  expect(run.outputs.reason).toContain('more than the 1000000 bytes that the index names')
  expect([run.seconds < 10, sent < 32_000_000]).toEqual([true, true])
})

const METADATA = 'Metadata-Version: 2.4\nName: Checkout.Client\nVersion: 1.2\n\nVersion: 9\n'

test.concurrent.each([
  ['of another version', METADATA.replace('1.2', '1.2.1'), 'fail', 'of the version 1.2.1'],
  ['of another project', METADATA.replace('Client', 'Server'), 'fail', 'of the project Checkout'],
  ['without a version', 'Name: checkout-client\n\nVersion: 1.2.0', 'fail', 'the version unnamed'],
  ['of the file', METADATA, 'pass', 'all 5 passed'],
])('[VP-36] core metadata %s', async (_what, text, verdict, reason) => {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const listed = [{ ...wheel, 'core-metadata': { sha256 } }]
  const served: Answer = (request, response) =>
    request.url === `/files/${WHEEL}.metadata`
      ? void response.end(text)
      : index(listed)(request, response)
  const run = await verify(served)
  expect(run.outputs.verdict).toBe(verdict)
  expect(run.outputs.reason).toContain(reason)
})

test.concurrent('[VP-36] core metadata in HTML, those of another digest, and those that are missing', async () => {
  const anchor = (said: string) =>
    `<a href="../../files/${WHEEL}#sha256=${SHA}" data-core-metadata="${said}">${WHEEL}</a>`
  const served =
    (said: string): Answer =>
    ({ url }, response) => {
      if (url.endsWith('.metadata')) return void response.end(METADATA)
      if (url.startsWith('/files/')) return void response.end(BYTES)
      response.setHeader('content-type', 'text/html')
      response.end(anchor(said))
    }
  expect((await verify(served('true'))).outputs.verdict).toBe('pass')
  const other = await verify(served(`sha256=${OTHER}`))
  expect(other.outputs.verdict).toBe('fail')
  expect(other.outputs.reason).toContain("not of the index's digest")
  const listed = index([{ ...wheel, 'core-metadata': true }])
  const gone = await verify((request, response) =>
    request.url.endsWith('.metadata')
      ? void response.writeHead(404).end()
      : listed(request, response),
  )
  expect([gone.exit, gone.outputs.verdict]).toEqual([1, 'inconclusive'])
})
