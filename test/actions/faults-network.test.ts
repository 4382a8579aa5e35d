/** Names that lead elsewhere, certificates, proxies: what stands between an action and whom it asks. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { selfSigned } from './certificate.ts'
import { fakeGitHub } from './fake-github.ts'
import { inputs, objectives, ok } from './observability-gate-world.ts'
import { type Run, runAction } from './run-action.ts'
import { json, serve } from './server.ts'

// Each test starts processes.
jest.setTimeout(60_000)

/** A name of the public DNS that says where it leads. */
const HOST = '127.0.0.1.nip.io'
const { key, cert } = selfSigned(HOST)

let connections = 0
const sentry = createServer({ key, cert }, (_, response) => json(response, ok))
sentry.on('connection', () => {
  connections += 1
})
const folder = mkdtempSync(join(tmpdir(), 'network-'))
const authority = join(folder, 'authority.pem')
let secure = ''

beforeAll(async () => {
  writeFileSync(authority, cert)
  await new Promise<void>((resolve) => sentry.listen(0, '127.0.0.1', resolve))
  secure = `https://${HOST}:${(sentry.address() as AddressInfo).port}`
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  sentry.closeAllConnections()
  await new Promise((resolve) => sentry.close(resolve))
})

/** A resolver that knows this host alone, with one answer after the other. */
const resolver = (...answers: readonly (readonly string[])[]) => ({
  NODE_OPTIONS: `--import=${join(import.meta.dirname, 'dns-shim.mjs')}`,
  DNS_ANSWERS: JSON.stringify({ [HOST]: answers }),
})

interface Asked {
  readonly url: string
  readonly below?: string
  readonly metrics?: string
  readonly allowed?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** The gate, whose Sentry lives at this address, below a path. */
async function gate({
  url,
  below = '/sentry/',
  metrics,
  allowed = [],
  env = {},
}: Asked): Promise<Run> {
  const config = `product: checkout
${metrics === undefined ? 'objectives: none\n' : `${objectives}metrics: {provider: prometheus, url: '${metrics}'}\n`}
sentry: {url: ${JSON.stringify(url + below)}, organization: acme, project: web}
allow-private: ${JSON.stringify(allowed)}
`
  await using github = await fakeGitHub(config)
  return await runAction('observability-gate', {
    ...{ github: github.url, inputs, env: { ...resolver(['127.0.0.1']), ...env } },
  })
}

test.concurrent.each([
  ['127.1', '0'],
  ['[::1]', '[::ffff:169.254.169.254]'],
  ['2130706433', '0x7f000001'],
  ['localhost', '0177.0.0.1'],
])('[C-13] the machine itself and its network are not asked: %s, %s', async (one, other) => {
  const run = await gate({ url: `https://${one}`, metrics: `https://${other}` })
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  const answers = (JSON.parse(run.outputs.evidence ?? '[]') as { answer: string }[]).map(
    ({ answer }) => answer,
  )
  expect(answers).toHaveLength(3)
  for (const answer of answers)
    expect(answer).toMatch(/is a private address\. List the origin under allow-private/)
})

test.concurrent.each([
  ['a file', 'file:///etc/passwd'],
  ['data', 'data:application/json,{}'],
  ['a user', 'https://user:password@sentry.io'],
  ['a host behind a user', 'https://sentry.io@evil.example'],
  ['a fragment', 'https://evil.example#.sentry.io'],
  ['a letter that looks like another', 'https://sentr\u0443.io'],
  ['a dot at the end', 'https://sentry.io.'],
])('[C-12] an address with %s is none: the config is refused', async (_what, url) => {
  const run = await gate({ url, below: '' })
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(run.outputs.reason).toMatch(
    /^\.github\/release-actions\.yml:\d+:\d+: sentry\.url: must be an absolute http\(s\) URL/,
  )
})

test('[C-12] without encryption only an origin is asked that the config lists, and no redirect leads to another', async () => {
  await using elsewhere = await serve((_, response) => json(response, ok))
  const closed = await gate({ url: elsewhere.url })
  expect([closed.outputs.verdict, elsewhere.seen]).toEqual(['inconclusive', []])
  await using leading = await serve(
    (_, response) => void response.writeHead(302, { location: elsewhere.url }).end(),
  )
  const led = await gate({ url: leading.url, allowed: [leading.url, elsewhere.url] })
  expect([led.outputs.verdict, elsewhere.seen]).toEqual(['inconclusive', []])
  expect((await gate({ url: elsewhere.url, allowed: [elsewhere.url] })).outputs.verdict).toBe(
    'pass',
  )
})

test('[C-13] a public name that leads to a private address is not connected to, unless it is listed', async () => {
  const before = connections
  for (const answer of [['127.0.0.1'], ['203.0.113.9', '::ffff:127.0.0.1'], ['fd00::1']]) {
    const run = await gate({ url: secure, env: resolver(answer) })
    expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
    expect(run.outputs.reason).toContain(`${secure} leads to a private address. List the origin`)
  }
  expect(connections).toBe(before)
})

test('[C-14] a name is resolved once a connection, and that address is the one that was looked at', async () => {
  const before = connections
  // Nothing can be connected to there, which ends at once; and nobody calls it private.
  const unconnectable = ['255.255.255.255']
  const run = await gate({ url: secure, env: resolver(unconnectable, ['127.0.0.1']) })
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(run.outputs.reason).toContain('leads to a private address')
  expect(connections).toBe(before)
})

test.concurrent('[OG-26] [C-22] a private authority is trusted where NODE_EXTRA_CA_CERTS names it', async () => {
  const env = { NODE_EXTRA_CA_CERTS: authority }
  const run = await gate({ url: secure, allowed: [secure], env })
  expect(run.outputs).toMatchObject({ verdict: 'pass', reason: expect.any(String) })
})

test.concurrent('[OG-26] [C-22] a certificate that nobody vouches for is refused, also where the job switches that off', async () => {
  const env = { NODE_TLS_REJECT_UNAUTHORIZED: '0' }
  for (const own of [{}, env]) {
    const run = await gate({ url: secure, allowed: [secure], env: own })
    expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
    expect(run.outputs.reason).toContain('SELF_SIGNED_CERT')
    expect(run.log.includes('::warning::NODE_TLS_REJECT_UNAUTHORIZED=0 is not obeyed')).toBe(
      own === env,
    )
  }
})

const config = 'product: checkout\nobjectives: none\n'
const verify = (github: string, env: Readonly<Record<string, string>>) =>
  runAction('verify-assets', { github, env, inputs: { version_to_verify: '1.1.0' } })

test.concurrent('[C-22] a proxy is named without its password, and gets what NO_PROXY does not keep from it', async () => {
  await using github = await fakeGitHub(config)
  await using proxy = await serve((_, response) => json(response, { message: 'no' }, 403))
  const HTTP_PROXY = `http://user:hunter2@${proxy.host}`
  const through = await verify(github.url, { HTTP_PROXY })
  expect([through.exit, through.outputs.verdict, github.seen.length]).toEqual([
    ...[1, 'inconclusive', 0],
  ])
  expect(through.log).toContain(`requests go through the proxy ${proxy.host}, but for`)
  expect(through.log + through.outputs.reason).not.toContain('hunter2')
  const asked = proxy.seen.length
  expect(proxy.seen[0]?.url).toMatch(github.url)
  const direct = await verify(github.url, { HTTP_PROXY, NO_PROXY: '127.0.0.1' })
  expect([direct.outputs.verdict, proxy.seen.length]).toEqual(['pass', asked])
})

test.concurrent('[C-22] a proxy that does not exist is named, and what goes through it decides nothing', async () => {
  const run = await gate({ url: secure, env: { HTTPS_PROXY: 'http://proxy.invalid:3128' } })
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(run.log).toContain('requests go through the proxy proxy.invalid:3128')
  expect(run.outputs.reason).toContain('the connection failed (ENOTFOUND)')
})
