import { expect, test } from '@jest/globals'
import { fakeGitHub } from './fake-github.ts'
import { runAction } from './run-action.ts'
import { type Answer, html, serve } from './server.ts'
import {
  BYTES,
  declared,
  drafts,
  index,
  OTHER,
  SHA,
  verify,
  WHEEL,
  wheel,
} from './verify-pypi-world.ts'

test('passes when the declared wheel is visible twice and its bytes are the declared ones', async () => {
  const run = await verify(index([wheel]))
  expect(run).toMatchObject({
    exit: 0,
    outputs: {
      verdict: 'pass',
      pypi_available: 'true',
      pypi_delay_minutes: '0.0',
      version: '1.2.0',
    },
  })
  expect(run.seen.map(({ url }) => url)).toEqual([
    '/simple/checkout-client/',
    '/simple/checkout-client/',
    `/files/${WHEEL}`,
  ])
  expect(run.summary).toContain('🟢')
})

test('reads the HTML form too', async () => {
  const page = `<!DOCTYPE html><title>Links</title><a href="../../files/${WHEEL}#sha256=${SHA}">${WHEEL}</a>`
  const run = await verify(({ url }, response) =>
    url.startsWith('/files/') ? void response.end(BYTES) : html(response, page),
  )
  expect(run.outputs).toMatchObject({ verdict: 'pass', pypi_available: 'true' })
})

test('waits until the version is visible, and not longer', async () => {
  let reads = 0
  const run = await verify(
    (request, response) => {
      if (!request.url.startsWith('/files/')) reads += 1
      index(reads > 2 ? [wheel] : [])(request, response)
    },
    { inputs: { wait: '30s' } },
  )
  expect(run.outputs.verdict).toBe('pass')
  expect(reads).toBe(4)
  expect(run.seconds).toBeLessThan(15)
})

test('[VP-05] a version that flickers is read again until two reads in a row agree', async () => {
  let reads = 0
  const run = await verify(
    (request, response) => {
      if (!request.url.startsWith('/files/')) reads += 1
      index(reads === 2 ? [] : [wheel])(request, response)
    },
    { inputs: { wait: '30s' } },
  )
  expect(run.outputs.verdict).toBe('pass')
  expect(reads).toBe(4)
})

test('[VP-01] absent at the end is a failure with the command that asks again', async () => {
  const run = await verify(
    index([{ ...wheel, filename: 'checkout_client-1.1.0-py3-none-any.whl' }]),
  )
  expect(run).toMatchObject({ exit: 1, outputs: { verdict: 'fail', pypi_available: 'false' } })
  expect(run.outputs.reason).toBe(
    'checkout-client 1.2.0 visible: not visible after 10ms; to ask again: gh run rerun 7 --failed, wanted complete on two reads in a row',
  )
})

test.each<[string, Answer, string]>([
  ['[VP-01] an unknown project', (_, r) => html(r, 'no', 404), 'the index has no such project'],
  [
    'another hash in the index',
    index([{ ...wheel, hashes: { sha256: OTHER } }]),
    "is not the index's digest",
  ],
  ['other bytes', index([wheel], 'swapped'), "is not the declared nor the index's digest"],
  ['a yanked file', index([{ ...wheel, yanked: 'broken' }]), `checkout-client yanked: ${WHEEL}`],
  [
    'a file too many',
    index([wheel, { ...wheel, filename: 'checkout_client-1.2.0.tar.gz' }]),
    'undeclared checkout_client-1.2.0.tar.gz',
  ],
  ['quarantine', index([], '', { 'project-status': { status: 'quarantined' } }), 'quarantined'],
])('%s is a failure', async (_name, answer, why) => {
  const run = await verify(answer)
  expect(run).toMatchObject({ exit: 1, outputs: { verdict: 'fail' } })
  expect(run.outputs.reason).toContain(why)
})

test('bytes that cannot be read leave the verdict open', async () => {
  const run = await verify((request, response) =>
    request.url.startsWith('/files/')
      ? html(response, 'gone', 404)
      : index([wheel])(request, response),
  )
  expect(run.outputs).toMatchObject({ verdict: 'inconclusive', pypi_available: 'true' })
  expect(run.outputs.reason).toContain('answered 404')
})

test('nothing declared passes and asks no index', async () => {
  const run = await verify(index([wheel]), { config: '' })
  expect(run).toMatchObject({
    exit: 0,
    outputs: { verdict: 'pass', reason: 'nothing declared', pypi_available: '' },
    seen: [],
  })
})

test('a release without the checksum file cannot be compared', async () => {
  const run = await verify(index([wheel]), {
    config: declared.replace('SHA256SUMS', 'checksums.txt'),
  })
  expect(run.outputs.verdict).toBe('inconclusive')
  expect(run.outputs.reason).toContain('release v1.2.0 has no asset checksums.txt')
})

test('digests given by hand stand instead of those of the release', async () => {
  const run = await verify(index([wheel]), {
    inputs: { package: 'Checkout.Client', 'expected-sha256s': `${OTHER}  ${WHEEL}` },
  })
  expect(run.outputs.verdict).toBe('fail')
  expect(run.outputs.reason).toContain('is not the declared digest')
  expect(run.summary).toContain('`expected-sha256s`')
})

test('a dry run looks once and does not wait', async () => {
  const run = await verify(index([]), { inputs: { 'dry-run': 'true', wait: '5h' } })
  expect(run.outputs).toMatchObject({ verdict: 'fail', pypi_available: 'false' })
  expect(run.seen).toHaveLength(1)
})

test('a cancelled job ends at once and says so', async () => {
  await using packages = await serve(index([]))
  const text = `product: checkout\nobjectives: none\n${declared}index: {url: '${packages.url}'}\nallow-private: ['${packages.url}']\n`
  await using consumer = await fakeGitHub(text, drafts)
  const run = await runAction('verify-pypi', {
    github: consumer.url,
    inputs: { version: '1.2.0', wait: '30m' },
    onStart: (kill) => {
      const timer = setInterval(() => {
        if (packages.seen.length === 0) return
        clearInterval(timer)
        kill('SIGINT')
      }, 20)
    },
  })
  expect(run.outputs).toMatchObject({ verdict: 'inconclusive' })
  expect(run.outputs.reason).toContain('cancelled')
  expect(run.seconds).toBeLessThan(10)
})
