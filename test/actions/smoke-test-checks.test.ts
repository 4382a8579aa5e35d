import { expect, jest, test } from '@jest/globals'
import { json } from './server.ts'
import { service, smoke, verdictsOf } from './smoke-test-world.ts'

// Each test starts processes.
jest.setTimeout(60_000)

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
