import { describe, expect, test } from '@jest/globals'
import type { Objective, OnBreach } from '../../../src/domain/judging/objective.ts'
import type { Evidence, VerdictKind } from '../../../src/domain/judging/verdict.ts'
import { breachOf } from '../../../src/domain/rollout/judge-stage.ts'
import type { Plan } from '../../../src/domain/rollout/plan.ts'
import { SCORE, toBeTold, weigh } from '../../../src/domain/rollout/weigh.ts'

const objective = (name: string, change: Partial<Objective> = {}): Objective => ({
  ...{ name, metric: 'custom', query: 'q', unit: 'count', limit: 1, direction: 'at-most' },
  ...{ onBreach: 'rollback', minSamples: 1 },
  ...change,
})
const plan = (objectives: Plan['objectives'], score?: number): Plan => ({
  ...{ schema: 1, product: 'shop', channel: 'stable', version: '1.1.0', baseline: '1.0.0' },
  ...{ commit: 'c'.repeat(40), strategy: 'canary', profile: '', interval: 1000 },
  stages: [{ weight: 100, bake: 1000, minRequests: 0 }],
  ...{ objectives, artefacts: [], desktopRolloutPercentage: 100 },
  ...(score === undefined ? {} : { score }),
})
const piece = (name: string, verdict: VerdictKind): Evidence => ({
  ...{ name, verdict, question: 'q', answer: '2', limit: 'at most 1' },
})
const evidence = (pieces: Readonly<Record<string, VerdictKind>>) =>
  Object.entries(pieces).map(([name, verdict]) => piece(name, verdict))

describe('an objective that only notifies', () => {
  const mixed = plan([objective('alert', { onBreach: 'notify' }), objective('errors')])

  test.each(['fail', 'inconclusive', 'pass'] as const)('holds nothing when it is %s', (verdict) => {
    const found = weigh(evidence({ alert: verdict, errors: 'pass' }), mixed)
    expect(found.verdict).toBe('pass')
    expect(breachOf(found, mixed)).toBe('none')
    expect(found.evidence).toHaveLength(2)
  })

  test('is told when it is broken, and only then', () => {
    const bad = evidence({ alert: 'fail', errors: 'fail' })
    expect(toBeTold(bad, mixed).map(({ name }) => name)).toEqual(['alert'])
    expect(toBeTold(evidence({ alert: 'inconclusive' }), mixed)).toEqual([])
    const { reason } = weigh(evidence({ alert: 'fail', errors: 'pass' }), mixed)
    expect(reason).toBe('all 1 passed; told, and goes on: alert: 2, wanted at most 1')
  })

  test('does not hide one that binds', () => {
    const found = weigh(evidence({ alert: 'fail', errors: 'fail' }), mixed)
    expect([found.verdict, breachOf(found, mixed)]).toEqual(['fail', 'rollback'])
  })

  test('by itself holds nothing back; nothing at all is no pass', () => {
    const alone = plan([objective('alert', { onBreach: 'notify' })])
    expect(weigh(evidence({ alert: 'fail' }), alone).verdict).toBe('pass')
    expect(weigh([], alone).verdict).toBe('inconclusive')
  })
})

describe('what several breaches lead to', () => {
  const all: readonly OnBreach[] = ['page', 'pause', 'stop', 'rollback']
  const of = plan(all.map((onBreach) => objective(onBreach, { onBreach })))
  test.each([
    [['page'], 'page'],
    [['page', 'pause'], 'pause'],
    [['pause', 'stop'], 'stop'],
    [['stop', 'rollback', 'page'], 'rollback'],
    [['pause', 'version'], 'rollback'],
  ] as const)('%j: the hardest, %s', (names, breach) => {
    const found = weigh(evidence(Object.fromEntries(names.map((n) => [n, 'fail']))), of)
    expect(breachOf(found, of)).toBe(breach)
  })

  test('what nobody can tell takes the traffic back', () => {
    expect(breachOf(weigh(evidence({ pause: 'inconclusive' }), of), of)).toBe('rollback')
  })
})

describe('a score', () => {
  const of = plan(
    [
      objective('errors', { critical: true }),
      objective('heavy', { weight: 3 }),
      objective('light', { onBreach: 'pause' }),
    ],
    75,
  )
  test.each<[VerdictKind, VerdictKind, VerdictKind, VerdictKind, string]>([
    ['pass', 'pass', 'pass', 'pass', '100 of 100'],
    ['pass', 'pass', 'fail', 'pass', '75 of 100, light 2'],
    ['pass', 'pass', 'inconclusive', 'pass', '75 of 100, light 2'],
    ['pass', 'fail', 'pass', 'fail', '25 of 100, heavy 2'],
    ['pass', 'inconclusive', 'pass', 'inconclusive', '25 of 100, heavy 2'],
    ['fail', 'pass', 'pass', 'fail', '100 of 100'],
    ['inconclusive', 'pass', 'pass', 'inconclusive', '100 of 100'],
  ])('%s, %s, %s: %s', (errors, heavy, light, verdict, answer) => {
    const found = weigh(evidence({ errors, heavy, light }), of)
    expect(found.verdict).toBe(verdict)
    expect(found.evidence.at(-1)).toMatchObject({ name: SCORE, answer, limit: 'at least 75' })
  })

  test('leads to what its bad objectives say, where it is the score that fails', () => {
    const half = { ...of, score: 90 }
    const low = weigh(evidence({ errors: 'pass', heavy: 'pass', light: 'fail' }), half)
    expect(breachOf(low, half)).toBe('pause')
    const enough = weigh(evidence({ errors: 'fail', heavy: 'pass', light: 'fail' }), of)
    expect(breachOf(enough, of)).toBe('rollback')
  })
})
