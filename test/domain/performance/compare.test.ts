import { expect, test } from '@jest/globals'
import { compareResults } from '../../../src/domain/performance/compare.ts'
import { judgePerformance, thresholdNotice } from '../../../src/domain/performance/judge.ts'
import type { Metric } from '../../../src/domain/performance/result-file.ts'

const limits = { threshold: 0.15, alpha: 0.01 }
/** Ten values around `level` that spread by 2 %, without ties. */
const around = (level: number, n = 10) =>
  Array.from({ length: n }, (_, i) => level * (1 + (((i * 7) % 10) - 4.5) / 250))
const metric = (values: (number | null)[], more: Partial<Metric> = {}): Metric => ({
  unit: 'ms',
  direction: 'lower',
  ...more,
  values,
})
const file = (version: string, metrics: Record<string, Metric>) =>
  ({ schema: 1, version, metrics }) as const
const compare = (before: Record<string, Metric>, after: Record<string, Metric>, given = limits) =>
  compareResults(file('1.0.0', before), file('1.1.0', after), given)
const one = (before: Metric, after: Metric) => compare({ time: before }, { time: after })[0]

test.each([
  ['the same', 100, 'pass'],
  ['20 % more', 120, 'fail'],
  ['14 % more, within the threshold though no chance', 114, 'pass'],
  ['20 % less, which is better', 80, 'pass'],
] as const)('time: %s', (_name, level, verdict) => {
  expect(one(metric(around(100)), metric(around(level)))?.verdict).toBe(verdict)
})

test.each([
  ['20 % less', 80, 'fail'],
  ['20 % more, which is better', 120, 'pass'],
  ['14 % less', 86, 'pass'],
] as const)('throughput: %s', (_name, level, verdict) => {
  const higher = { unit: 'ops/s', direction: 'higher' } as const
  expect(one(metric(around(100), higher), metric(around(level), higher))?.verdict).toBe(verdict)
})

test('a large shift that may be chance is no regression', () => {
  const before = [10, 200, 30, 150, 90, 20, 170, 60, 110, 40]
  const after = before.map((v) => v * 1.3 + 1)
  const found = one(metric(before), metric(after))
  expect(found?.shift).toBeGreaterThan(0.15)
  expect(found?.p).toBeGreaterThan(0.01)
  expect(found?.verdict).toBe('pass')
})

test('one spike moves neither the shift nor the verdict', () => {
  const after = [...around(100, 9), 100_000]
  expect(one(metric(around(100)), metric(after))?.verdict).toBe('pass')
})

test.each([
  ['too few', [1, 2, 3], around(1), '3 values on a side, at least 4 are needed'],
  ['none', [], around(1), '0 values on a side, at least 4 are needed'],
  [
    'too few for alpha',
    [1, 2, 3, 4],
    [5, 6, 7, 8],
    '4 and 4 values of 1 metrics cannot reach p 0.01',
  ],
  ['no number', [null, ...around(100, 9)], around(100), '1 of 20 values are no numbers'],
  ['a baseline of 0', Array(10).fill(0), around(100), 'the baseline is 0'],
])('%s decides nothing', (_name, before, after, problem) => {
  const found = one(metric(before), metric(after))
  expect(found).toMatchObject({ verdict: 'inconclusive', problem })
})

test('zeros on both sides did not move', () => {
  const zeros = metric(Array(10).fill(0))
  expect(one(zeros, zeros)).toMatchObject({ verdict: 'pass', shift: 0 })
})

test('a few zeros among values are compared by their shift', () => {
  const found = one(metric([0, ...around(100, 9)]), metric([0, ...around(130, 9)]))
  expect(found).toMatchObject({ verdict: 'fail', problem: '' })
  expect(found?.shift).toBeCloseTo(0.3, 1)
})

test('a metric that is gone fails, one that is new is not judged, one in another unit decides nothing', () => {
  const [both, gone, fresh, unit] = compare(
    { both: metric(around(1)), gone: metric(around(1)), unit: metric(around(1)) },
    {
      both: metric(around(1)),
      new: metric(around(1)),
      unit: metric(around(1000), { unit: 's' }),
    },
  )
  expect([both?.verdict, both?.problem]).toEqual(['pass', ''])
  expect([gone?.verdict, gone?.problem]).toEqual(['fail', 'the current version does not have it'])
  expect([fresh?.verdict, fresh?.problem]).toEqual(['new', 'the baseline does not have it'])
  expect([unit?.verdict, unit?.problem]).toEqual(['inconclusive', 'unit or direction differ'])
})

test('many metrics at once need stronger evidence each', () => {
  const names = Array.from({ length: 5 }, (_, i) => `m${i}`)
  const all = (n: number) => Object.fromEntries(names.map((name) => [name, metric(around(100, n))]))
  const five = compare(all(5), all(5))
  expect(five.map((c) => c.problem)).toEqual(
    names.map(() => '5 and 5 values of 5 metrics cannot reach p 0.01'),
  )
  expect(compare(all(6), all(6)).map((c) => c.verdict)).toEqual(names.map(() => 'pass'))
})

test('the verdict is the worst of the metrics, and nothing is no pass', () => {
  const good = metric(around(100))
  const judged = (after: Record<string, Metric>) =>
    judgePerformance(compare({ a: good, b: good }, after), limits)
  expect(judged({ a: good, b: good }).verdict).toBe('pass')
  expect(judged({ a: good }).verdict).toBe('fail')
  expect(judged({ a: good, b: good, c: good }).verdict).toBe('pass')
  expect(judged({ a: metric(around(150)) })).toMatchObject({
    verdict: 'fail',
    reason: expect.stringMatching(
      /^a: \+50 % \(p 0\.00\d+\), wanted at most 15 % more; b: the current version does not have it/,
    ),
  })
  expect(judgePerformance([], limits)).toMatchObject({
    verdict: 'inconclusive',
    reason: 'nothing was judged',
  })
})

test('a threshold outside 10 to 20 % gives a notice', () => {
  expect([0.1, 0.15, 0.2].map(thresholdNotice)).toEqual([undefined, undefined, undefined])
  expect(thresholdNotice(0.05)).toBe(
    'a threshold of 5 % may call noise a regression: 10 to 20 % is advised',
  )
  expect(thresholdNotice(0.25)).toBe(
    'a threshold of 25 % lets real regressions pass: 10 to 20 % is advised',
  )
})
