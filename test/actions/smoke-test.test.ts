import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { type Consumer, consumer, withChecksums } from './consumer.ts'
import { type Run, runAction } from './run-action.ts'
import { type Answer, json, type Server, serve } from './server.ts'

// Each test starts processes.
jest.setTimeout(60_000)

const defaults = {
  version_to_test: '1.1.0',
  suite: 'basic',
  target: 'idle-slot',
  prepare: 'false',
  'when-undeclared': 'inconclusive',
  'dry-run': 'false',
}

/** The world around one smoke test: two slots, and a router that says who has the traffic. */
interface World {
  readonly blue?: Answer
  readonly green?: Answer
  readonly weights?: Readonly<Record<string, number>>
  /** Lines of the section smoke, two blanks in. */
  readonly smoke?: string
  /** More of the config. */
  readonly more?: string
}

interface Tested extends Run {
  readonly evidence: readonly { readonly name: string; readonly verdict: string }[]
  readonly blue: Server['seen']
  readonly green: Server['seen']
}

/** A service that says its version, is healthy and answers orders. */
function service(version: string, order: Answer = (_, response) => json(response, {})): Answer {
  return (request, response) => {
    if (request.url === '/version') return json(response, { version })
    if (request.url === '/healthz') return json(response, { status: 'ok', version, up: true })
    return order(request, response)
  }
}

const HEALTH = `suites:
    basic:
      - kind: http
        name: health
        path: /healthz
        json: {/version: '{version}', /up: 'true'}
        contains: '"status":"ok"'
`

async function smoke(
  { blue = service('1.0.0'), green = service('1.1.0'), ...world }: World,
  inputs: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
  before: (at: Consumer) => Promise<void> | void = () => {},
): Promise<Tested> {
  await using blueSlot = await serve(blue)
  await using greenSlot = await serve(green)
  const weights = world.weights ?? { blue: 100, green: 0 }
  await using router = await serve((_, response) => {
    const list = Object.entries(weights).map(([name, weight]) => ({ name, url: '', weight }))
    json(response, list)
  })
  const config = `product: checkout
objectives: none
traffic:
  provider: router
  url: ${router.url}
  slots: {blue: {url: '${blueSlot.url}'}, green: {url: '${greenSlot.url}'}}
smoke:
  ${world.smoke ?? HEALTH}
allow-private: ['${router.url}', '${blueSlot.url}', '${greenSlot.url}']
${world.more ?? ''}`
  await using at = await consumer(config)
  await before(at)
  const token = at.token({ contents: 'write' })
  const run = await runAction('smoke-test', {
    github: at.github.url,
    inputs: { ...defaults, token, ...inputs },
    env: { GITHUB_WORKSPACE: at.workspace, ...env },
  })
  expect(at.github.violations).toEqual([])
  const evidence = JSON.parse(run.outputs.evidence ?? '[]')
  return { ...run, evidence, blue: blueSlot.seen, green: greenSlot.seen }
}

const verdictsOf = ({ evidence }: Tested) =>
  Object.fromEntries(evidence.map((e) => [e.name, e.verdict]))

test('the idle slot with the version passes its checks, and the serving one is not asked', async () => {
  const run = await smoke({})
  expect(run.exit).toBe(0)
  expect(run.outputs).toMatchObject({ verdict: 'pass', passed: '2', total: '2' })
  expect(run.green.map((r) => r.url)).toEqual(['/version', '/healthz'])
  expect(run.blue).toEqual([])
  expect(run.summary).toContain('slot green at 0 %')
})

test('another version in the slot fails, and nothing else is asked of it', async () => {
  const run = await smoke({ green: service('1.0.9') })
  expect(run.exit).toBe(1)
  expect(run.outputs.reason).toMatch(/^version: 1\.0\.9, wanted 1\.1\.0; health: not run/)
  expect(verdictsOf(run)).toEqual({ version: 'fail', health: 'inconclusive' })
  expect(run.green.map((r) => r.url)).toEqual(['/version'])
})

test.each([
  ['status', (response) => json(response, { version: '1.1.0' }, 503), 'status 503'],
  ['a page', (response) => response.end('<html>'), 'no JSON, the text is missing'],
  ['another value', (response) => json(response, { version: '1.0.0' }), '/version = 1.0.0'],
  ['no value', (response) => json(response, {}), '/version = nothing'],
  ['a cut connection', (response) => response.destroy(), 'the connection failed'],
] satisfies [string, (response: Parameters<Answer>[1]) => unknown, string][])(
  'a fault visible at weight 0 is stopped: %s',
  async (_name, fault, problem) => {
    const green: Answer = (request, response) =>
      request.url === '/version' ? json(response, { version: '1.1.0' }) : void fault(response)
    const run = await smoke({ green })
    expect(run.exit).toBe(1)
    expect(run.outputs).toMatchObject({
      verdict: 'fail',
      reason: expect.stringContaining(problem),
    })
  },
)

test('a lost GET is asked three times, an answer once', async () => {
  let asked = 0
  const green: Answer = (request, response) => {
    if (request.url === '/healthz' && ++asked < 3) return void response.destroy()
    service('1.1.0')(request, response)
  }
  const run = await smoke({ green })
  expect(run.outputs.verdict).toBe('pass')
  expect(asked).toBe(3)
})

test('three of four passed is a fail, and all four are listed', async () => {
  const check = (name: string, path: string) =>
    `      - {kind: http, name: ${name}, path: ${path}}\n`
  const paths = check('a', '/a') + check('b', '/b') + check('c', '/missing') + check('d', '/d')
  const green = service('1.1.0', ({ url }, response) =>
    json(response, {}, url === '/missing' ? 404 : 200),
  )
  const run = await smoke({ green, smoke: `suites:\n    basic:\n${paths}` })
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({ verdict: 'fail', passed: '4', total: '5' })
  expect(verdictsOf(run)).toEqual({ version: 'pass', a: 'pass', b: 'pass', c: 'fail', d: 'pass' })
})

test('during a rollout the slot that runs the version is tested; without one there is no target', async () => {
  const weights = { blue: 90, green: 10 }
  expect((await smoke({ weights })).outputs.verdict).toBe('pass')
  const none = await smoke({ weights }, { version_to_test: '1.2.0' })
  expect(none.outputs).toMatchObject({
    verdict: 'inconclusive',
    reason: expect.stringContaining('no slot is idle, and none runs 1.2.0'),
  })
})

test('the slot that runs the version is found wherever it is', async () => {
  const version = { target: 'version' }
  const serving = await smoke({}, { ...version, version_to_test: '1.0.0' })
  expect(serving.outputs.verdict).toBe('pass')
  expect(serving.blue.map((r) => r.url)).toContain('/healthz')
  const idle = await smoke({}, version)
  expect(idle.green.map((r) => r.url)).toContain('/healthz')
  const nowhere = await smoke({}, { ...version, version_to_test: '1.2.0' })
  expect(nowhere.outputs.reason).toMatch(/^version: 1\.1\.0, wanted 1\.2\.0/)
})

test('the serving slot must serve the version', async () => {
  const serving = { target: 'serving' }
  const run = await smoke({}, { ...serving, version_to_test: '1.0.0' })
  expect(run.outputs.verdict).toBe('pass')
  expect(run.blue.map((r) => r.url)).toContain('/healthz')
  const other = await smoke({}, serving)
  expect(other.outputs.reason).toMatch(/^version: 1\.0\.0, wanted 1\.1\.0/)
})

const COMMANDS = `suites:
    basic:
      - {kind: command, name: good, argv: [node, -e, 'console.log(1)', '{slot-url}', '{version}']}
      - {kind: command, name: bad, argv: [node, -e, 'console.error("no stock"); process.exit(3)']}
      - {kind: command, name: missing, argv: [no-such-program]}
      - {kind: command, name: hangs, argv: [node, -e, 'setInterval(() => {}, 1000)'], timeout: 2s}
      - {kind: command, name: slow, argv: [node, -e, 'setTimeout(() => {}, 300)'], max-duration: 100ms}
`

test('commands pass by their exit code and time', async () => {
  const run = await smoke({ smoke: COMMANDS })
  expect(verdictsOf(run)).toEqual({
    version: 'pass',
    good: 'pass',
    bad: 'fail',
    missing: 'inconclusive',
    hangs: 'fail',
    slow: 'fail',
  })
  expect(run.outputs.reason).toContain('no stock')
  expect(run.outputs.reason).toContain('did not end within 2000 ms')
})

test('without a target checks of a slot do not run', async () => {
  const run = await smoke({}, { target: 'none' })
  expect(run.outputs).toMatchObject({
    verdict: 'inconclusive',
    reason: expect.stringContaining('the check addresses a slot and there is no target'),
  })
  expect(run.green).toEqual([])
})

const LOAD = `suites:
    performance: [{kind: load, name: orders, method: POST, path: /checkout, body: '{}'}]
  depths:
    basic: {users: 4, iterations: 25, seconds: 20, response-time: 1s}
`
const loaded = { suite: 'performance', depth: 'basic' }

test('load is counted and held against the depth', async () => {
  const run = await smoke({ smoke: LOAD }, loaded)
  expect(run.exit).toBe(0)
  expect(verdictsOf(run)).toEqual({
    version: 'pass',
    'orders requests': 'pass',
    'orders error-rate': 'pass',
    'orders latency-p95': 'pass',
    'orders success-rate': 'pass',
  })
  expect(run.green.filter((r) => r.method === 'POST')).toHaveLength(100)
})

test('one error in ten is too many for basic, and enough for nothing else', async () => {
  let count = 0
  const green = service('1.1.0', (_, response) =>
    json(response, {}, ++count % 10 === 0 ? 500 : 200),
  )
  const run = await smoke({ smoke: LOAD, green }, loaded)
  expect(run.exit).toBe(1)
  expect(run.outputs.reason).toMatch(
    /^orders error-rate: 10 %, wanted at most 5 %; orders success-rate: 90 %, wanted at least 95 %$/,
  )
})

test('a load check without a depth is not run', async () => {
  const run = await smoke({ smoke: LOAD }, { suite: 'performance' })
  expect(run.outputs).toMatchObject({
    verdict: 'inconclusive',
    reason: 'orders: not run: a load check needs a depth',
  })
})

test('an undeclared suite is inconclusive unless it is said to pass', async () => {
  const run = await smoke({}, { suite: 'integration' })
  expect(run.exit).toBe(1)
  expect(run.outputs.reason).toBe('the config declares nothing for the suite integration')
  const pass = await smoke({}, { suite: 'integration', 'when-undeclared': 'pass' })
  expect(pass.exit).toBe(0)
  expect(pass.outputs).toMatchObject({ verdict: 'pass', reason: 'nothing declared' })
  expect(pass.green).toEqual([])
})

test.each([
  [{ 'expect-os': 'windows-latest' }, 'os: Linux, wanted windows-latest'],
  [{ 'expect-python': '2.7' }, 'wanted 2.7'],
])('a leg on another platform tests nothing: %j', async (inputs, reason) => {
  const run = await smoke({}, inputs)
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({
    verdict: 'inconclusive',
    reason: expect.stringContaining(reason),
  })
  expect(verdictsOf(run).health).toBe('inconclusive')
  expect(run.green).toEqual([])
})

test('a dry run asks nobody and is no pass', async () => {
  const run = await smoke({}, { 'dry-run': 'true', prepare: 'true' })
  expect(run.outputs).toMatchObject({
    verdict: 'inconclusive',
    reason: 'dry run: nothing was tested, would run health',
  })
  expect(run.green).toEqual([])
})

/** Deploys by telling the slot which version it is now; the verified bytes go along. */
const DEPLOY = `artefacts: [{kind: release-asset, name: 'checkout-{version}.txt', checksums: SHA256SUMS}]
deploy:
  command: [node, deploy.mjs, '{version}', '{slot}', '{asset}']
  asset: checkout-{version}.txt
`

/** A slot that runs what was deployed to it: nothing at first. */
function slot(): Answer {
  let version = 'none'
  return (request, response) => {
    if (request.method === 'PUT') version = request.body
    service(version)(request, response)
  }
}

function prepared(script: string, version = '1.1.0', more: Record<string, string> = {}) {
  const world = { green: slot(), more: DEPLOY }
  const inputs = { prepare: 'true', version_to_test: version, ...more }
  return smoke(world, inputs, {}, async (at) => {
    writeFileSync(join(at.workspace, 'deploy.mjs'), script)
    await at.release('v1.1.0', withChecksums({ 'checkout-1.1.0.txt': 'bytes of 1.1.0' }))
  })
}

const SCRIPT = `
import { readFileSync } from 'node:fs'
const [version, slot, asset] = process.argv.slice(2)
if (slot !== 'green') throw new Error('wrong slot ' + slot)
if (readFileSync(asset, 'utf8') !== 'bytes of 1.1.0') throw new Error('wrong bytes')
const [url] = /http[^']+(?='}})/.exec(readFileSync('.github/release-actions.yml', 'utf8'))
await fetch(url + '/deploy', { method: 'PUT', body: version })
`

test('prepare starts the verified asset in the idle slot, then the checks run', async () => {
  const run = await prepared(SCRIPT)
  expect(run.outputs).toMatchObject({ verdict: 'pass', passed: '2' })
  expect(run.green.map((r) => `${r.method} ${r.url}`)).toEqual([
    'PUT /deploy',
    'GET /version',
    'GET /version',
    'GET /healthz',
  ])
})

test.each([
  ['the command fails', 'console.error("no room"); process.exit(4)', '1.1.0', 'no room'],
  ['it starts something else', 'process.exit(0)', '1.1.0', 'a version that is none'],
  ['there is no such release', SCRIPT, '1.3.0', 'there is no release v1.3.0'],
])('no check passes when %s', async (_name, script, version, reason) => {
  const run = await prepared(script, version)
  expect(run.exit).toBe(1)
  expect(run.outputs.verdict).toBe('inconclusive')
  expect(run.outputs.reason).toContain(reason)
  expect(verdictsOf(run).health).toBe('inconclusive')
})

test('prepare alone starts the version and asks for it', async () => {
  const run = await prepared(SCRIPT, '1.1.0', { suite: 'setup', target: 'version' })
  expect(run.outputs).toMatchObject({ verdict: 'pass', passed: '1', total: '1' })
})

test('a version that already has traffic is not started again', async () => {
  const weights = { blue: 90, green: 10 }
  const inputs = { prepare: 'true', target: 'version' }
  const run = await smoke({ weights, more: DEPLOY }, inputs)
  expect(run.outputs.verdict).toBe('pass')
})

test('a slot with traffic is never started anew', async () => {
  const run = await smoke(
    { weights: { blue: 90, green: 10 }, green: service('1.0.5'), more: DEPLOY },
    { prepare: 'true', target: 'serving' },
  )
  expect(run.outputs).toMatchObject({
    verdict: 'inconclusive',
    reason: expect.stringContaining('slot blue has 90 % of the traffic'),
  })
  expect(run.blue.some((r) => r.method === 'PUT')).toBe(false)
})
