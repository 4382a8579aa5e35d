import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { fakeGitHub } from './fake-github.ts'
import { type Run, runAction } from './run-action.ts'
import { type Answer, html, type Seen, type Server, serve } from './server.ts'

const WHEEL = 'checkout_client-1.2.0-py3-none-any.whl'
const BYTES = 'the wheel'
const SHA = createHash('sha256').update(BYTES).digest('hex')
const OTHER = '0'.repeat(64)

const declared = `artefacts:
  - kind: python-package
    name: checkout_client
    file: checkout_client-{version}-py3-none-any.whl
    import: checkout_client
    checksums: SHA256SUMS
`
const drafts = [{ tag: 'v1.2.0', files: { SHA256SUMS: `${SHA}  ${WHEEL}\n` } }]

interface FileEntry {
  readonly filename: string
  readonly url: string
  readonly hashes: Readonly<Record<string, string>>
  readonly yanked?: boolean | string
}

const wheel: FileEntry = {
  filename: WHEEL,
  url: `../../files/${WHEEL}`,
  hashes: { sha256: SHA },
}

/** A project page in JSON; anything below /files/ are the bytes. */
function index(files: unknown, bytes = BYTES, more: object = {}): Answer {
  return ({ url }, response) => {
    if (url.startsWith('/files/')) return void response.end(bytes)
    response.writeHead(200, { 'content-type': 'application/vnd.pypi.simple.v1+json' })
    response.end(JSON.stringify({ meta: { 'api-version': '1.1' }, name: 'x', files, ...more }))
  }
}

interface Setting {
  readonly inputs?: Readonly<Record<string, string>>
  readonly config?: string
  readonly env?: Readonly<Record<string, string>>
}

async function verify(
  answer: Answer,
  setting: Setting = {},
): Promise<Run & { readonly seen: readonly Seen[]; readonly host: string }> {
  await using packages = await serve(answer)
  return { ...(await verifyAt(packages, setting)), seen: packages.seen, host: packages.host }
}

async function verifyAt(packages: Server, { inputs, config = declared, env = {} }: Setting) {
  const text = `product: checkout\nobjectives: none\n${config}index: {url: '${packages.url}/simple/', wait: 10ms}\nallow-private: ['${packages.url}']\n`
  await using github = await fakeGitHub(text, drafts)
  return await runAction('verify-pypi', {
    github: github.url,
    inputs: { version: 'v1.2.0', ...inputs },
    env,
  })
}

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

test('a version that flickers is read again until two reads in a row agree', async () => {
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

test('absent at the end is a failure with the command that asks again', async () => {
  const run = await verify(
    index([{ ...wheel, filename: 'checkout_client-1.1.0-py3-none-any.whl' }]),
  )
  expect(run).toMatchObject({ exit: 1, outputs: { verdict: 'fail', pypi_available: 'false' } })
  expect(run.outputs.reason).toBe(
    'checkout-client 1.2.0 visible: not visible after 10ms; to ask again: gh run rerun 7 --failed, wanted complete on two reads in a row',
  )
})

test.each<[string, Answer, string]>([
  ['an unknown project', (_, r) => html(r, 'no', 404), 'the index has no such project'],
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

test.each<[string, Answer, string]>([
  ['401', (_, r) => html(r, 'no', 401), 'answered 401'],
  ['403', (_, r) => html(r, 'no', 403), 'answered 403'],
  ['503', (_, r) => html(r, 'down', 503), 'answered 503'],
  ['a login form', (_, r) => html(r, '<form><a href="/a">Log in</a></form>'), 'no package page'],
  [
    'plain text',
    (_, r) => void r.writeHead(200, { 'content-type': 'text/plain' }).end('x'),
    'neither JSON nor HTML',
  ],
  [
    'cut JSON',
    (_, r) => void r.writeHead(200, { 'content-type': 'application/json' }).end('{"meta":'),
    'no JSON',
  ],
  ['a lost connection', (_, r) => void r.destroy(), 'the connection failed'],
  ['files null', index(null), 'an unknown shape (files)'],
  [
    'a file without hashes',
    index([{ ...wheel, hashes: null }]),
    'an unknown shape (files.0.hashes)',
  ],
  ['yanked null', index([{ ...wheel, yanked: null }]), 'an unknown shape (files.0.yanked)'],
  ['a number as name', index([{ ...wheel, filename: 7 }]), 'an unknown shape (files.0.filename)'],
])('%s at the end is inconclusive', async (_name, answer, why) => {
  const run = await verify(answer)
  expect(run).toMatchObject({ exit: 1, outputs: { verdict: 'inconclusive', pypi_available: '' } })
  expect(run.outputs.reason).toContain(why)
  expect(run.outputs.reason).not.toContain('/simple')
  expect(run.log).not.toMatch(/\n\s+at |TypeError/)
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

test('an index in circles and an address that is not allowed are not followed', async () => {
  const circle = await verify((_, r) => void r.writeHead(302, { location: '/simple/x/' }).end())
  expect(circle.outputs.reason).toContain('redirects in circles')
  await using elsewhere = await serve(index([wheel]))
  const away = await verify(
    (_, r) => void r.writeHead(302, { location: `${elsewhere.url}/simple/checkout-client/` }).end(),
  )
  expect(away.outputs.verdict).toBe('inconclusive')
  expect(away.outputs.reason).toContain('allow-private')
  expect(elsewhere.seen).toEqual([])
})

test('credentials of the index are sent to its origin only and never shown', async () => {
  await using files = await serve((_, response) => void response.end(BYTES))
  await using packages = await serve(index([{ ...wheel, url: `${files.url}/${WHEEL}` }]))
  const text = `product: checkout\nobjectives: none\n${declared}allow-private: ['${packages.url}', '${files.url}']\n`
  await using github = await fakeGitHub(text, drafts)
  const run = await runAction('verify-pypi', {
    github: github.url,
    inputs: {
      version: '1.2.0',
      'index-url': packages.url.replace('//', '//robot:p%40ss-word@'),
    },
  })
  expect(run.outputs.verdict).toBe('pass')
  const basic = `Basic ${Buffer.from('robot:p@ss-word').toString('base64')}`
  expect(packages.seen.map(({ headers }) => headers.authorization)).toEqual([basic, basic])
  expect(files.seen.map(({ headers }) => headers.authorization)).toEqual([undefined])
  const shown = run.log.replaceAll(/^::add-mask::.*$/gm, '') + run.summary + run.outputs.evidence
  expect(shown).not.toMatch(/ss-word|robot/)
})

test('without an index in input and config the one of pip is asked', async () => {
  await using packages = await serve(index([wheel]))
  const text = `product: checkout\nobjectives: none\n${declared}allow-private: ['${packages.url}']\n`
  await using github = await fakeGitHub(text, drafts)
  const bin = mkdtempSync(join(tmpdir(), 'pip-'))
  try {
    const python = join(bin, 'python3')
    writeFileSync(python, `#!/bin/sh\necho "global.index-url='${packages.url}/simple'"\n`)
    chmodSync(python, 0o755)
    const run = await runAction('verify-pypi', {
      github: github.url,
      inputs: { version: '1.2.0' },
      env: { PATH: bin },
    })
    expect(run.outputs.verdict).toBe('pass')
    expect(packages.seen).toHaveLength(3)
  } finally {
    rmSync(bin, { recursive: true })
  }
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
