import { describe, expect, test } from '@jest/globals'
import { loadConfig } from '../../../src/domain/config/load.ts'
import { plannedComparison } from '../../../src/domain/config/planned-comparison.ts'
import type { Look } from '../../../src/domain/judging/comparison/look.ts'
import { LARGEST_IN_LEDGER } from '../../../src/domain/ledger/attachment.ts'
import { comparedStage } from '../../../src/domain/rollout/compared-stage.ts'
import { comparisonEvidence } from '../../../src/domain/rollout/comparison-evidence.ts'
import { looksIn, looksText } from '../../../src/domain/rollout/looks-file.ts'
import type { PlannedStage } from '../../../src/domain/rollout/plan.ts'
import { rollout, type Service } from '../judging/comparison/rollout.ts'

const MINUTE = 60_000
const VERSIONS = { version: '1.1.0', baseline: '1.0.0' }
const METRICS = `[latency, errors,
  { name: saturation, kind: gauge, query: q }, { name: lag, kind: lag, query: q },
  { name: restarts, kind: restarts, query: q }, { name: crashes, kind: sessions, query: q, total: t }]`

/** Weight in percent and bake in minutes of each stage. */
const stagesOf = (...stages: readonly (readonly [number, number])[]): PlannedStage[] =>
  stages.map(([weight, minutes]) => ({ weight, bake: minutes * MINUTE, minRequests: 0 }))

const configOf = (comparison: string, more = '') =>
  loadConfig(`product: shop\nobjectives: none\n${more}comparison: ${comparison}\n`, '')

function planned(comparison: string, stages: PlannedStage[]) {
  const known = plannedComparison(configOf(comparison), stages, 'inline')
  return { stages, ...(known === undefined ? {} : { comparison: known }) }
}

describe('what a plan compares', () => {
  test('alpha is shared by the stages in which both versions serve; no other one is compared', () => {
    const plan = planned('{ alpha: 2% }', stagesOf([0, 60], [10, 60], [50, 60], [100, 60]))
    const stages = plan.stages.map((_, i) => comparedStage(plan, i))
    expect(stages.map((stage) => stage?.policy.alpha)).toEqual([undefined, 0.01, 0.01, undefined])
    expect(planned('{}', stagesOf([0, 60], [100, 60]))).not.toHaveProperty('comparison')
    expect(planned('none', stagesOf([10, 60], [100, 60]))).not.toHaveProperty('comparison')
  })

  test('a bake that is longer than all looks has longer looks, and the warm-up is counted in them', () => {
    const plan = planned('{ warm-up: 30m }', stagesOf([10, 45], [20, 60], [40, 48 * 60], [100, 1]))
    const of = (i: number) => {
      const { look = 0, looks, policy } = comparedStage(plan, i) ?? {}
      return [look / MINUTE, looks, policy?.maxLooks, policy?.warmupMinutes]
    }
    expect([0, 1, 2].map(of)).toEqual([
      [1, 45, 45, 30],
      [1, 60, 60, 30],
      [48, 60, 60, 1],
    ])
  })

  test('a stage may ask for more requests than the comparison', () => {
    const [stage, ...rest] = stagesOf([10, 60], [100, 60])
    const more = stage === undefined ? [] : [{ ...stage, minRequests: 5000 }, ...rest]
    expect(comparedStage(planned('{}', more), 0)?.policy.minRequests).toBe(5000)
  })

  test('a stage that could only ever be inconclusive is refused', () => {
    expect(() => planned('{}', stagesOf([10, 4], [100, 1]))).toThrow(
      'stage 1 bakes for 4m, and its comparison needs 5m',
    )
  })

  test('a prober, which forgets, is refused where runs take turns', () => {
    const config = configOf('{}', 'metrics: { provider: prober }\n')
    const stages = stagesOf([10, 60], [100, 60])
    expect(plannedComparison(config, stages, 'inline')).toBeDefined()
    for (const clock of ['watch', 'schedule', 'external'] as const)
      expect(() => plannedComparison(config, stages, clock)).toThrow(
        `the prober cannot compare where the clock is ${clock}`,
      )
  })

  test.each([
    ['{ look: 500ms }', '', 'comparison.look: is shorter than 1s'],
    ['{ look: 5s }', 'metrics: { provider: prober }\n', 'is shorter than looks.interval'],
    ['{ alpha: 0% }', '', 'comparison.alpha: must be above 0'],
    ['{ metrics: [latency, latency] }', '', 'comparison.metrics: has a name twice'],
    ['{ metrics: [{ name: lag, kind: lag }] }', '', 'comparison.metrics'],
    [
      '{ metrics: [{ name: s, kind: sessions, query: \'bad{v="{version}"}\' }] }',
      '',
      'comparison.metrics.0.total',
    ],
    [
      "{ metrics: [{ name: s, kind: sessions, query: 'sum(bad)', total: all }] }",
      '',
      'comparison.metrics.0.query: is no selector of a counter',
    ],
    [
      '{ metrics: [errors, { name: s, kind: sessions, query: bad, total: all }] }',
      'metrics: { provider: prober }\n',
      'comparison.metrics: has s, and the prober knows latency and errors alone',
    ],
    [
      '{ metrics: [{ name: lag, kind: lag, query: q }] }',
      '',
      'comparison.metrics: has none that counts requests or sessions',
    ],
    ['{ max-looks: 500 }', '', 'comparison.max-looks'],
  ])('a config that says %s is refused', (comparison, more, problem) => {
    expect(() => configOf(comparison, more)).toThrow(problem)
  })
})

/** The looks of a service with the metrics that a plan can name. */
const looksOf = (service: Service): readonly Look[] =>
  rollout(11, service).map(({ minute, metrics }) => ({
    minute,
    metrics: metrics.map((metric) => (metric.kind === 'lag' ? { ...metric, name: 'lag' } : metric)),
  }))

describe('what its evidence says', () => {
  const plan = planned(`{ metrics: ${METRICS} }`, stagesOf([25, 60], [100, 60]))
  const stage = comparedStage(plan, 0)
  const judged = (looks: readonly Look[]) => {
    if (stage === undefined) throw new Error('the stage is not compared')
    return comparisonEvidence(stage, VERSIONS, looks)
  }

  test('a worse version fails with its figures, and no later look changes that', () => {
    const looks = looksOf({ fault: { latency: 1.5 } })
    const evidence = judged(looks)
    expect(evidence).toMatchObject({ verdict: 'fail', value: 10 })
    expect(evidence.answer).toMatch(
      /^latency: 1\.\d+ times the baseline \(1\.\d+ to \d\.?\d*\) in \d+ looks, \d+ of the canary; .*; 60 looks of 1m; no later look changes it$/,
    )
    const short = judged(looks.slice(0, 12))
    expect(short.verdict).toBe('fail')
    expect(short.findings?.[0]?.ratio).toBe(evidence.findings?.[0]?.ratio)
  })

  test('a healthy one passes, with every metric and where its ratio lies', () => {
    const { verdict, answer, findings, samples } = judged(looksOf({}))
    expect(verdict).toBe('pass')
    expect(answer).toContain('times the baseline (')
    expect(findings?.map(({ name }) => name)).toEqual([
      ...['latency', 'errors', 'saturation', 'lag', 'restarts', 'crashes'],
    ])
    for (const { ratio, low, high } of findings ?? []) {
      expect(low).toBeLessThanOrEqual(ratio ?? 0)
      expect(high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(ratio ?? 0)
    }
    expect(samples).toBeGreaterThan(1000)
    expect(JSON.parse(JSON.stringify(findings))).toEqual(findings)
  })

  test('before the first look is over it is too early, and a lost metric is named', () => {
    expect(judged([])).toMatchObject({
      ...{ verdict: 'inconclusive', value: 0, samples: 0 },
      answer: 'no look is over yet, and each takes 1m',
    })
    const lost = looksOf({}).map(({ minute, metrics }) => ({
      minute,
      metrics: metrics.map((one) => (one.kind === 'lag' ? { ...one, baseline: null } : one)),
    }))
    const { verdict, answer, value } = judged(lost)
    expect([verdict, value]).toEqual(['inconclusive', undefined])
    expect(judged(lost.slice(0, 4)).value).toBeDefined()
    expect(answer).toContain('lag: no value of both groups for 60 looks')
    expect(answer).toContain('lag not compared')
  })
})

describe('the file of looks', () => {
  test('holds them all, whatever is missing', () => {
    const looks = looksOf({}).map(({ minute, metrics }) => ({
      minute,
      metrics: metrics.map((one, i) => (minute % 5 === i ? { ...one, canary: null } : one)),
    }))
    expect(looksIn(looksText(looks))).toEqual(looks)
  })

  test.each([
    'no JSON',
    '{}',
    '{"looks":1,"metrics":[],"schema":2}',
    '{"looks":2,"metrics":[{"baseline":[null],"canary":[null],"kind":"errors","name":"e"}],"schema":1}',
    '{"looks":1,"metrics":[{"baseline":[[-1,5]],"canary":[null],"kind":"errors","name":"e"}],"schema":1}',
  ])('is none that says %s', (text) => {
    expect(looksIn(text)).toBeUndefined()
  })

  test('is small however much a config asks for', () => {
    const buckets = Array.from({ length: 41 }, () => 123_456_789)
    const side = { baseline: { buckets }, canary: { buckets } }
    const readings = { values: [0.123456789012345] }
    const bounds = Array.from({ length: 40 }, (_, i) => i + 0.5)
    const looks = Array.from(
      { length: 120 },
      (_, i): Look => ({
        minute: i + 1,
        metrics: [
          { name: 'latency', kind: 'latency', bounds, ...side },
          ...Array.from({ length: 7 }, (_, n) => ({
            ...{ name: `g${n}`, kind: 'gauge' as const, baseline: readings, canary: readings },
          })),
        ],
      }),
    )
    expect(looksText(looks).length).toBeLessThan(LARGEST_IN_LEDGER)
  })
})
