import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { samples } from '../../src/adapters/samples/answer.ts'
import { Failure } from '../../src/domain/failure.ts'
import { cli, MAIN } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'judge-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
function fileOf(content: unknown): string {
  const path = join(folder, `${files++}.json`)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const baseline = [100, 101, 99, 102, 98, 100.5, 103, 97]
const times = (by: number) => baseline.map((value) => value * by)
const metric = { name: 'p95', unit: 'ms', baseline, canary: times(1.01) }
const judge = (document: unknown) => {
  const { exit, out, err } = cli('judge', '--input', fileOf(document))
  return { exit, err, answer: out === '' ? undefined : JSON.parse(out) }
}

test('passes with 0, fails with 1, and says 2 where nothing is certain', () => {
  const exits = [1, 1.5, 1.09].map(
    (by) => judge({ metrics: [{ ...metric, canary: times(by) }] }).exit,
  )
  expect(exits).toEqual([0, 1, 2])
})

test('the answer holds verdict, reasons and figures', () => {
  const errors = {
    ...{ name: 'errors', limit: 0.01, critical: true, weight: 2 },
    baseline: { count: 3, total: 10_000 },
    canary: { count: 400, total: 10_000 },
  }
  const { answer, err } = judge({
    ...{ version: 1, alpha: 0.05, score: { pass: 95, marginal: 75 } },
    metrics: [{ ...metric, canary: [...metric.canary, null, 'NaN'] }, errors],
  })
  expect(err).toBe('')
  expect(answer).toMatchObject({
    ...{ version: 1, verdict: 'fail', alpha: 0.05 },
    score: { value: 100 / 3, atMost: 100 / 3 },
    reason: expect.stringContaining('errors, which is critical: '),
    metrics: [
      {
        ...{ name: 'p95', unit: 'ms', verdict: 'pass' },
        baseline: { n: 8, level: 100.25, spread: 1.5, lost: 0 },
        canary: { n: 8, lost: 2 },
        effect: { kind: 'ratio', confidence: 0.9, allowed: [null, 1.1] },
        questions: [
          { question: 'level', verdict: 'pass' },
          { question: 'spread', within: null },
          { question: 'shape' },
          { question: 'tail' },
        ],
      },
      {
        verdict: 'fail',
        canary: { n: 10_000, level: 0.04 },
        questions: [
          { question: 'events rate', verdict: 'fail' },
          { question: 'limit', verdict: 'fail' },
        ],
      },
    ],
  })
})

test('many metrics with long names stay whole JSON', () => {
  const metrics = Array.from({ length: 300 }, (_, i) => ({
    ...metric,
    name: `${'a long name '.repeat(10)}\u2028${i}`,
    canary: times(2),
  }))
  const { exit, answer } = judge({ metrics, alpha: 0.1 })
  expect([exit, answer.metrics.length]).toEqual([1, 300])
})

test('whoever stops reading gets no stack trace, and the exit code all the same', async () => {
  const metrics = Array.from({ length: 300 }, (_, i) => ({ ...metric, name: `m${i}` }))
  const child = spawn(process.execPath, [MAIN, 'judge', '--input', fileOf({ metrics })])
  child.stdout.destroy()
  let err = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  const [code] = await once(child, 'close')
  expect([code, err]).toEqual([0, ''])
})

const BAD: readonly (readonly [string, unknown, string])[] = [
  ['no JSON', '{', 'samples: it is no JSON'],
  ['a list', [], 'samples: the whole: '],
  ['no metric', { metrics: [] }, 'samples: metrics: '],
  ['another version', { version: 2, metrics: [metric] }, 'samples: version: '],
  ['an unknown field', { metrics: [metric], alhpa: 1 }, 'alhpa'],
  ['an unknown field of a metric', { metrics: [{ ...metric, min: 1 }] }, 'samples: metrics.0: '],
  ['no canary', { metrics: [{ name: 'a', baseline }] }, 'samples: metrics.0.canary: '],
  ['a text for a value', { metrics: [{ ...metric, canary: ['7'] }] }, 'metrics.0.canary.0: '],
  ['a number out of reach', '{"metrics":[{"name":"a","canary":[1e999]}]}', 'metrics.0.canary.0: '],
  ['one name twice', { metrics: [metric, metric] }, 'samples: two metrics have one name'],
  ['an alpha of 0', { metrics: [metric], alpha: 0 }, 'samples: alpha: '],
  [
    'sides of two kinds',
    { metrics: [{ ...metric, canary: { count: 1, total: 2 } }] },
    'metrics.0.',
  ],
  [
    'more errors than requests',
    { metrics: [{ name: 'e', canary: { count: 3, total: 2 } }] },
    'metrics.0.canary: the count is greater than the total',
  ],
  [
    'a limit for either direction',
    { metrics: [{ ...metric, limit: 1, direction: 'either' }] },
    'samples: metrics.0: a limit needs a direction: increase or decrease',
  ],
  [
    'thresholds the wrong way round',
    { metrics: [metric], score: { pass: 50, marginal: 75 } },
    'samples: score: marginal is greater than pass',
  ],
]

test.each(BAD)('%s is bad input, and the field is named', (_, document, says) => {
  const text = typeof document === 'string' ? document : JSON.stringify(document)
  expect(() => samples(text)).toThrow(Failure)
  expect(() => samples(text)).toThrow(says)
})

test('bad input ends with 3 and one plain line', () => {
  const { exit, answer, err } = judge({ metrics: [{ ...metric, canary: ['7'] }] })
  expect([exit, answer]).toEqual([3, undefined])
  expect(err).toMatch(
    /^samples: metrics\.0\.canary\.0: .*See docs\/judging\.md for the document\n$/,
  )
})

test('a file that is not there is bad input', () => {
  const { exit, err } = cli('judge', '--input', join(folder, 'absent.json'))
  expect(exit).toBe(3)
  expect(err).toMatch(/^judge: the file .*absent\.json cannot be read\n$/)
})

const dialect = (name: string, config: unknown, input: unknown) => {
  const args = ['--dialect', name, '--config', fileOf(config), '--input', fileOf(input)]
  const { exit, out, err } = cli('judge', ...args)
  return { exit, err, answer: out === '' ? undefined : JSON.parse(out) }
}

const CANARY_CONFIG = {
  name: 'shop',
  judge: { name: 'NetflixACAJudge-v1.0', judgeConfigurations: {} },
  metrics: [
    {
      name: 'latency',
      groups: ['web'],
      query: { type: 'prometheus' },
      analysisConfigurations: {
        canary: { direction: 'increase', critical: true, outliers: { strategy: 'keep' } },
      },
      scopeName: 'default',
    },
  ],
  classifier: { groupWeights: { web: 100 } },
}
const pairs = (by: number) => [
  {
    name: 'latency',
    id: '1',
    tags: {},
    values: { control: baseline, experiment: [...times(by), 'NaN'] },
  },
]

test('reads a canary config of Kayenta and a metric set pair list, with or without thresholds', () => {
  expect(dialect('kayenta', CANARY_CONFIG, pairs(0.9))).toMatchObject({
    exit: 0,
    err: '',
    answer: { dialect: 'kayenta', verdict: 'pass', classification: 'Pass', score: 100 },
  })
  const thresholds = { pass: 90, marginal: 50 }
  expect(
    dialect('kayenta', CANARY_CONFIG, { metricSetPairList: pairs(2), thresholds }),
  ).toMatchObject({
    exit: 1,
    answer: {
      ...{ classification: 'Fail', score: 0 },
      metrics: [{ name: 'latency', classification: 'High', critical: true, random: false }],
    },
  })
})

test('Kayenta: a metric without a config and a config of another shape are bad input', () => {
  const other = dialect('kayenta', CANARY_CONFIG, [{ ...pairs(1)[0], name: 'other' }])
  expect([other.exit, other.err]).toEqual([
    3,
    'metric set pair list: 0: its metric is not in the config\n',
  ])
  expect(dialect('kayenta', { metrics: 1 }, pairs(1)).err).toContain('canary config: metrics: ')
})

const SLO = `
spec_version: "1.0"
comparison: { compare_with: single_result, include_result_with_score: pass }
objectives:
  - sli: p95
    pass: [{ criteria: ["<=+10%", "<600"] }]
    warning: [{ criteria: ["<=800"] }]
total_score: { pass: "90%", warning: "50%" }
`
const previous = [{ result: 'pass', indicators: { p95: { value: 500, status: 'pass' } } }]

test('reads an SLO file of Keptn, in YAML or JSON, and its values', () => {
  const of = (p95: number) => dialect('keptn', SLO, { values: { p95 }, previous })
  expect([of(549).exit, of(551).exit, of(900).exit]).toEqual([0, 2, 1])
  expect(of(551).answer).toMatchObject({
    dialect: 'keptn',
    verdict: 'inconclusive',
    result: 'warning',
    score: 50,
  })
})

test.each([
  ['SLO file: it is no YAML', '{ a: [', { values: {} }],
  ['SLO file: total_score: ', 'objectives: []', { values: {} }],
  ['a criterion of p95 cannot be read: <=ten', SLO.replace('<=800', '<=ten'), { values: {} }],
  ['SLI values: values.p95: ', SLO, { values: { p95: 'x' } }],
])('Keptn: %s', (says, config, input) => {
  const { exit, err } = dialect('keptn', config, input)
  expect(exit).toBe(3)
  expect(err).toContain(says)
})
