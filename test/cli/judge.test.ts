import { expect, test } from '@jest/globals'
import type { Look, MetricLook } from '../../src/domain/judging/comparison/look.ts'
import { rollout } from '../domain/judging/comparison/rollout.ts'
import { cli, cliReading } from './run-cli.ts'

const POLICY = {
  maxLooks: 60,
  alpha: 0.01,
  minEffect: 0.05,
  warmupMinutes: 2,
  slo: { errorRate: 0.01, latencyP95Ms: 500, latencyP99Ms: 500 },
}

/** One metric as the protocol writes it; fields that the judge does not read are there as well. */
function written(metric: MetricLook) {
  const { name, kind } = metric
  const head = { name, unit: kind === 'restarts' ? 'pod-minutes' : 'any', direction: 'increase' }
  if (metric.kind === 'latency') {
    const { bounds, baseline, canary } = metric
    const side = (one: typeof baseline) =>
      one && { count: one.buckets.reduce((a, b) => a + b), sum: 1, hist: one.buckets, samples: [1] }
    return { ...head, kind, le: bounds, baseline: side(baseline), canary: side(canary) }
  }
  if (metric.kind === 'errors' || metric.kind === 'sessions' || metric.kind === 'restarts') {
    const { baseline, canary } = metric
    const side = (one: typeof baseline) => one && { count: one.bad, total: one.total }
    const read = { baseline: side(baseline), canary: side(canary) }
    return { ...head, kind: kind === 'restarts' ? 'errors' : kind, ...read }
  }
  return { ...metric, ...head }
}

const looksOf = (looks: readonly Look[]) =>
  looks.map(({ minute, metrics }) => ({ minute, metrics: metrics.map(written) }))
const documentOf = (cases: Readonly<Record<string, readonly Look[]>>) => ({
  protocol: 'judgebench/1',
  cases: Object.entries(cases).map(([id, looks]) => ({
    id,
    policy: POLICY,
    looks: looksOf(looks),
  })),
})
const judge = (input: string) => cliReading(input, 'judge', '--protocol', 'judgebench/1')

test('decides each look of each case, in order, and keeps nothing between cases', () => {
  const cases = {
    a1: rollout(1),
    b2: rollout(2, { fault: { errors: 50, from: 5 } }),
    c3: rollout(3, { rpm: 4, looks: 6 }),
  }
  const { exit, out, err } = judge(JSON.stringify(documentOf(cases)))
  expect([exit, err]).toEqual([0, ''])
  const { protocol, results } = JSON.parse(out)
  expect(protocol).toBe('judgebench/1')
  const decisions = new Map<string, string[]>(
    results.map((result: { id: string; decisions: string[] }) => [result.id, result.decisions]),
  )
  expect([...decisions].map(([id, words]) => [id, words.length])).toEqual([
    ['a1', 60],
    ['b2', 60],
    ['c3', 6],
  ])
  expect(decisions.get('a1')?.at(-1)).toBe('continue')
  expect(decisions.get('a1')).not.toContain('stop')
  expect(decisions.get('b2')?.slice(0, 4)).not.toContain('stop')
  expect(
    decisions
      .get('b2')
      ?.slice(8)
      .every((word) => word === 'stop'),
  ).toBe(true)
  expect(decisions.get('c3')?.at(-1)).toBe('inconclusive')
  const { b2 } = cases
  const alone = JSON.parse(judge(JSON.stringify(documentOf({ b2: b2.slice(0, 7) }))).out)
  expect(alone.results).toEqual([{ id: 'b2', decisions: decisions.get('b2')?.slice(0, 7) }])
})

test('no case, no result', () => {
  const { exit, out } = judge(JSON.stringify(documentOf({})))
  expect([exit, JSON.parse(out)]).toEqual([0, { protocol: 'judgebench/1', results: [] }])
})

const [looks] = looksOf(rollout(1, { looks: 1 }))
const sound = { id: 'a', policy: POLICY, looks: [looks] }
const withMetric = (change: object) => ({
  cases: [{ ...sound, looks: [{ minute: 1, metrics: [{ ...looks?.metrics[0], ...change }] }] }],
})
const BAD: readonly (readonly [string, string, string])[] = [
  ['nothing', '', 'it is no JSON'],
  ['a list', '[]', 'the whole: '],
  ['another protocol', JSON.stringify({ protocol: 'judgebench/2', cases: [] }), 'protocol: '],
  ...Object.entries({
    'an id twice': { cases: [sound, sound], says: 'the id a is there twice' },
    'an id that is no plain name': { cases: [{ ...sound, id: 'a\nb' }], says: 'cases.0.id: is no' },
    'no policy': { cases: [{ ...sound, policy: null }], says: 'cases.0.policy: ' },
    'an alpha of 0': {
      cases: [{ ...sound, policy: { ...POLICY, alpha: 0 } }],
      says: 'cases.0.policy.alpha',
    },
    'an unknown kind': { ...withMetric({ kind: 'x' }), says: 'cases.0.looks.0.metrics.0.kind: ' },
    'another direction': {
      ...withMetric({ direction: 'decrease' }),
      says: 'metrics.0.direction: ',
    },
    'bounds that fall': {
      ...withMetric({ le: [2, 1], baseline: null, canary: null }),
      says: 'bounds do not rise',
    },
    'too few buckets': {
      ...withMetric({ canary: { count: 1, hist: [1] } }),
      says: 'the buckets do not fit',
    },
    'a negative count': {
      ...withMetric({ canary: { count: -1, hist: [] } }),
      says: 'canary.count: ',
    },
    'one name twice': {
      cases: [
        { ...sound, looks: [{ minute: 1, metrics: [looks?.metrics[0], looks?.metrics[0]] }] },
      ],
      says: 'each with a name of its own',
    },
  }).map(([title, { says, ...document }]): [string, string, string] => [
    title,
    JSON.stringify({ protocol: 'judgebench/1', ...document }),
    says,
  ]),
]

test.each(BAD)('%s is bad input: exit 3 and one plain line', (_, input, says) => {
  const { exit, out, err } = judge(input)
  expect([exit, out]).toEqual([3, ''])
  expect(err).toContain(says)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
  expect(err).not.toMatch(/\bat .*\.ts|Error:/)
})

test.each([
  [[]],
  [['--protocol', 'judgebench/9']],
  [['--protocol']],
  [['--other']],
  [['file.json']],
  [['--protocol', 'judgebench/1', '--input', 'file.json']],
  [['--input', 'file.json', '--config', 'file.json']],
  [['--input', 'file.json', '--dialect', 'kayenta']],
  [['--input', 'file.json', '--dialect', 'argo', '--config', 'file.json']],
])('judge %j is refused in a line that says how it is meant', (args) => {
  const { exit, out, err } = cli('judge', ...args)
  expect([exit, out]).toEqual([3, ''])
  expect(err).toMatch(/^judge: .*judge --input FILE.*--protocol judgebench\/1.*\n$/)
})
