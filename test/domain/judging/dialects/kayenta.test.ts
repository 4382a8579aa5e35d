import { expect, test } from '@jest/globals'
import { classify, type Rules } from '../../../../src/domain/judging/dialects/kayenta/classify.ts'
import {
  CONFIDENCE,
  judgeCanary,
  type MetricConfig,
  TOLERANCE,
} from '../../../../src/domain/judging/dialects/kayenta/judge.ts'
import { scoreOf } from '../../../../src/domain/judging/dialects/kayenta/score.ts'

const RULES: Rules = {
  direction: 'increase',
  nanStrategy: 'remove',
  critical: false,
  mustHaveData: false,
  measure: 'meanRatio',
  allowed: [1, 1],
  criticalAt: [1, 1],
  tolerance: TOLERANCE,
  confidence: CONFIDENCE,
}
const metric = (name: string, change: Partial<MetricConfig> = {}): MetricConfig => ({
  name,
  groups: [name],
  muted: false,
  rules: RULES,
  outlierFactor: null,
  ...change,
})
const low = [10, 11, 9, 10.5, 9.5, 10.2, 11.2, 10.7]
const high = low.map((value) => value * 2)
const pair = (name: string, experiment: readonly number[], control = low) => ({
  name,
  experiment,
  control,
})
const judge = (
  metrics: readonly MetricConfig[],
  pairs: readonly ReturnType<typeof pair>[],
  groupWeights: Readonly<Record<string, number>> = {},
) => judgeCanary({ metrics, groupWeights, thresholds: { pass: 95, marginal: 75 } }, pairs)

test('scores by weighted groups, and between the thresholds it is marginal', () => {
  const metrics = [metric('a'), metric('b')]
  const of = (a: number) => {
    const { classification, verdict, score } = judge(
      metrics,
      [
        pair(
          'a',
          low.map((value) => value - 1),
        ),
        pair('b', high),
      ],
      { a, b: 100 - a },
    )
    return [classification, verdict, score.score]
  }
  expect(of(95)).toEqual(['Pass', 'pass', 95])
  expect(of(80)).toEqual(['Marginal', 'inconclusive', 80])
  expect(of(74.5)).toEqual(['Fail', 'fail', 74.5])
})

test('a critical metric fails all, a muted one is shown and not counted', () => {
  const critical = metric('a', { rules: { ...RULES, critical: true } })
  const { score, verdict } = judge([critical, metric('b')], [pair('a', high), pair('b', low)])
  expect([verdict, score.score]).toEqual(['fail', 0])
  expect(score.reason).toContain('Canary Failed')
  const muted = judge(
    [metric('a', { muted: true }), metric('b')],
    [pair('a', high), pair('b', low)],
  )
  expect([muted.verdict, muted.results.map(({ label }) => label)]).toEqual([
    'pass',
    ['High', 'Pass'],
  ])
})

test('outliers go where the config says so, readings that are no number always', () => {
  const wild = [...low.map((value) => value * 1.001), Number.NaN]
  const spiked = Array.from({ length: 300 }, (_, i) => (i === 0 ? 1e9 : (low[i % 8] ?? 0)))
  const kept = judge([metric('a')], [pair('a', spiked, low)]).results[0]
  const gone = judge([metric('a', { outlierFactor: 3 })], [pair('a', spiked, low)]).results[0]
  expect(kept?.deviation).toBeGreaterThan(1000)
  expect(gone?.deviation).toBeLessThan(1.1)
  expect(judge([metric('a')], [pair('a', wild)]).verdict).toBe('pass')
})

test('its defects are kept: errors count as 100, and too few values are High', () => {
  const { score, results, verdict } = judge([metric('a')], [pair('a', [15], [10])])
  expect([verdict, score.score, results[0]?.label]).toEqual(['pass', 100, 'Error'])
  expect(classify('a', [101, 101.1, 101.2], [100, 100.1, 100.2], RULES).label).toBe('High')
})

test('no data: replaced it passes, required it fails its group, critical it fails all', () => {
  const of = (rules: Partial<Rules>) => classify('a', [], low, { ...RULES, ...rules })
  expect(of({ nanStrategy: 'replace', critical: true })).toMatchObject({
    label: 'Pass',
    critical: false,
  })
  expect(of({ mustHaveData: true })).toMatchObject({ label: 'NodataFailMetric', critical: false })
  expect(of({ mustHaveData: true, critical: true })).toMatchObject({
    label: 'Nodata',
    critical: true,
  })
})

test('where Kayenta draws noise anew in each run, the same samples give the same answer, which says so', () => {
  const answers = Array.from({ length: 3 }, () => classify('a', [500], [10], RULES))
  expect(new Set(answers.map(({ label }) => label)).size).toBe(1)
  expect(answers[0]?.random).toBe(true)
  expect(classify('a', high, low, RULES).random).toBe(false)
})

test('a score is rounded half up in its decimal digits', () => {
  const result = (label: 'Pass' | 'High', group: string) => ({
    ...{ name: group, label, reason: '', critical: false },
    groups: [group],
  })
  const of = (weight: number) => scoreOf([result('Pass', 'a')], { a: weight }).score
  expect([of(33.335), of(33.3349), of(1.005), of(0)]).toEqual([33.34, 33.33, 1.01, 0])
})
