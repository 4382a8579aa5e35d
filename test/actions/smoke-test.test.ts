import { expect, jest, test } from '@jest/globals'
import { type Answer, json } from './server.ts'
import { service, smoke, verdictsOf } from './smoke-test-world.ts'

// Each test starts processes.
jest.setTimeout(60_000)

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
