import { expect, test } from '@jest/globals'
import { Check, Depth } from '../../../src/domain/config/smoke.ts'
import { DEPTHS, depthLimits } from '../../../src/domain/smoke/depth.ts'
import { type HttpCheck, judgeHttp } from '../../../src/domain/smoke/http-check.ts'
import { judgeLoad } from '../../../src/domain/smoke/load.ts'
import { osEvidence, pythonEvidence } from '../../../src/domain/smoke/platform.ts'
import { chooseSlot } from '../../../src/domain/smoke/target.ts'

const plain = { suites: {}, depths: {} }

test('the table of depths, as numbers', () => {
  const common = { responseMs: 2000, errorRate: 0.05, successRate: 0.95 }
  expect(DEPTHS.map((name) => depthLimits(name, plain))).toEqual([
    { seconds: 60, users: 5, iterations: 10, ...common },
    { seconds: 300, users: 10, iterations: 50, ...common },
    { seconds: 600, users: 25, iterations: 100, ...common },
    {
      seconds: 1200,
      users: 50,
      iterations: 500,
      responseMs: 5000,
      errorRate: 0.1,
      successRate: 0.85,
    },
  ])
})

test('the config replaces single fields of one depth', () => {
  const own = Depth.parse({ users: 3, 'response-time': '1s', 'error-rate': '1%' })
  const config = { suites: {}, depths: { basic: own } }
  expect(depthLimits('basic', config)).toEqual({
    seconds: 60,
    users: 3,
    iterations: 10,
    responseMs: 1000,
    errorRate: 0.01,
    successRate: 0.95,
  })
  expect(depthLimits('standard', config).users).toBe(10)
})

const shots = (good: number, bad: number, elapsedMs = 10) => [
  ...Array.from({ length: good }, () => ({ ok: true, elapsedMs })),
  ...Array.from({ length: bad }, () => ({ ok: false, elapsedMs })),
]
const verdicts = (depth: (typeof DEPTHS)[number], given: ReturnType<typeof shots>, users = 10) => {
  const limits = { ...depthLimits(depth, plain), users, iterations: 10 }
  return judgeLoad('x', given, limits, 'q').map((e) => e.verdict)
}

test.each([
  ['basic', 100, 0, 10, ['pass', 'pass', 'pass', 'pass']],
  ['basic', 95, 5, 10, ['pass', 'pass', 'pass', 'pass']],
  ['basic', 94, 6, 10, ['pass', 'fail', 'pass', 'fail']],
  ['stress', 91, 9, 10, ['pass', 'pass', 'pass', 'pass']],
  ['stress', 86, 14, 10, ['pass', 'fail', 'pass', 'pass']],
  ['basic', 100, 0, 2000, ['pass', 'pass', 'pass', 'pass']],
  ['basic', 100, 0, 2001, ['pass', 'pass', 'fail', 'fail']],
  ['stress', 100, 0, 4999, ['pass', 'pass', 'pass', 'pass']],
  ['basic', 99, 0, 10, ['inconclusive', 'pass', 'pass', 'pass']],
  ['basic', 0, 0, 10, Array(4).fill('inconclusive')],
] as const)('%s: %i good and %i bad of 100, %i ms', (depth, good, bad, ms, expected) => {
  expect(verdicts(depth, shots(good, bad, ms))).toEqual(expected)
})

test('p95 is the value that 95 of 100 do not exceed', () => {
  expect(verdicts('basic', [...shots(95, 0, 10), ...shots(5, 0, 9000)])).toEqual([
    'pass',
    'pass',
    'pass',
    'pass',
  ])
  expect(verdicts('basic', [...shots(94, 0, 10), ...shots(6, 0, 9000)])).toEqual([
    'pass',
    'pass',
    'fail',
    'fail',
  ])
})

const check = (more: object) => Check.parse({ kind: 'http', name: 'x', ...more }) as HttpCheck
const answer = (body: unknown, more = {}) => ({
  status: 200,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  elapsedMs: 5,
  ...more,
})
const judged = (given: HttpCheck, got: ReturnType<typeof answer>) =>
  judgeHttp(given, got, 'GET /', { version: '1.2.0' })

test.each([
  [{ '/version': '{version}' }, { version: '1.2.0' }, ''],
  [{ '/version': '{version}' }, { version: '1.2.1' }, '/version = 1.2.1'],
  [{ '/a/0/b~1c/d~0e': 'x' }, { a: [{ 'b/c': { 'd~e': 'x' } }] }, ''],
  [{ '/up': 'true', '/n': '5', '/none': 'null' }, { up: true, n: 5, none: null }, ''],
  [{ '/up': 'true' }, { up: 'true' }, ''],
  [{ '/a': '1' }, {}, '/a = nothing'],
  [{ '/constructor': 'x' }, {}, '/constructor = nothing'],
  [{ '/length': '3' }, 'abc', 'no JSON'],
  [{ '/a': 'x' }, { a: { b: 1 } }, '/a = {"b":1}'],
])('JSON %j of %j', (json, body, problem) => {
  const found = judged(check({ json }), answer(body))
  expect(found).toMatchObject(
    problem === '' ? { verdict: 'pass' } : { verdict: 'fail', answer: problem },
  )
})

test('everything that is wrong is named', () => {
  const given = check({ contains: 'v{version}', 'max-response-time': '100ms', status: 201 })
  expect(judged(given, answer('v1.1.0', { elapsedMs: 101 }))).toEqual({
    name: 'x',
    verdict: 'fail',
    question: 'GET /',
    answer: 'status 200, 101 ms, the text is missing',
    limit: '201 within 100 ms, the text "v1.2.0"',
  })
  expect(judged(given, answer('v1.2.0', { elapsedMs: 100, status: 201 })).verdict).toBe('pass')
})

test.each([
  ['ubuntu-latest', 'Linux', 'pass'],
  ['ubuntu-24.04-arm', 'Linux', 'pass'],
  ['macos-15', 'macOS', 'pass'],
  ['windows-2025', 'Windows', 'pass'],
  ['Windows', 'Windows', 'pass'],
  ['windows-latest', 'Linux', 'inconclusive'],
  ['macos-latest', '', 'inconclusive'],
  ['our-big-box', 'Linux', 'inconclusive'],
])('asked for %s on %s', (wanted, actual, verdict) => {
  expect(osEvidence(wanted, actual).verdict).toBe(verdict)
})

test.each([
  ['3.11', '3.11.9', 'pass'],
  ['3.11.9', '3.11.9', 'pass'],
  ['3', '3.12.0', 'pass'],
  ['3.x', '3.12.0', 'pass'],
  ['3.x', '2.7.18', 'inconclusive'],
  ['3.1', '3.11.9', 'inconclusive'],
  ['3.11', '', 'inconclusive'],
])('asked for Python %s, found %s', (wanted, actual, verdict) => {
  expect(pythonEvidence(wanted, actual, 'python3').verdict).toBe(verdict)
})

const blue = { slot: 'blue', weight: 100, version: '1.0.0' }
const green = { slot: 'green', weight: 0, version: undefined }
const split = [
  { ...blue, weight: 75 },
  { ...green, weight: 25, version: '1.1.0' },
]
test.each([
  ['idle-slot', '1.1.0', [blue, green], 'green'],
  ['idle-slot', '1.0.0', [blue, green], 'green'],
  ['idle-slot', '1.1.0', split, 'green'],
  ['idle-slot', '1.2.0', split, undefined],
  ['version', '1.0.0', [blue, green], 'blue'],
  ['version', '1.1.0', [blue, green], 'green'],
  ['version', '1.1.0', split, 'green'],
  ['version', '1.2.0', split, undefined],
  ['serving', '1.0.0', [blue, green], 'blue'],
  ['serving', '1.1.0', [blue, { ...green, version: '1.1.0' }], 'blue'],
  ['serving', '1.1.0', split, 'green'],
] as const)('%s for %s', (kind, version, slots, expected) => {
  expect(chooseSlot(kind, version, slots)?.slot).toBe(expected)
})
