import { describe, expect, test } from '@jest/globals'
import { judgeObjective } from '../../../src/domain/judging/judge-objective.ts'
import type { Objective } from '../../../src/domain/judging/objective.ts'
import {
  type Evidence,
  inconclusive,
  overall,
  type VerdictKind,
} from '../../../src/domain/judging/verdict.ts'
import fc from '../../properties.ts'

const objective = (change: Partial<Objective> = {}): Objective => ({
  name: 'errors',
  metric: 'error-rate',
  query: null,
  unit: 'ratio',
  limit: 0.01,
  direction: 'at-most',
  onBreach: 'rollback',
  minSamples: 50,
  ...change,
})
const judge = (change: Partial<Objective>, value: number, samples = 50): VerdictKind =>
  judgeObjective(objective(change), { value, samples, question: 'q' }).verdict
const evidence = (verdict: VerdictKind, name = 'e'): Evidence => ({
  name,
  verdict,
  question: 'q',
  answer: '2 %',
  limit: 'at most 1 %',
})

describe('an objective', () => {
  test('passes only a number within its limit with enough samples', () => {
    const any = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, -0, 0.01))
    const direction = fc.constantFrom('at-most' as const, 'at-least' as const)
    const samples = fc.oneof(fc.nat(100), fc.constant(Number.NaN))
    fc.assert(
      fc.property(any, any, direction, samples, (value, limit, way, seen) => {
        const within = way === 'at-most' ? value <= limit : value >= limit
        const isShare = value >= 0 && value <= 1.000001
        const passes = isShare && within && seen >= 50
        expect(judge({ limit, direction: way }, value, seen) === 'pass').toBe(passes)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['at the limit', 0.01, 50, 'pass'],
    ['just beyond it', 0.0100001, 50, 'fail'],
    ['one sample short', 0, 49, 'inconclusive'],
    ['far beyond, but one sample short', 1, 49, 'inconclusive'],
    ['no number', Number.NaN, 1000, 'inconclusive'],
    ['no samples', 0, 0, 'inconclusive'],
    ['endless', Infinity, 1000, 'fail'],
    ['endlessly small', -Infinity, 1000, 'inconclusive'],
  ] as const)('%s', (_name, value, samples, verdict) => {
    expect(judge({}, value, samples)).toBe(verdict)
  })

  test('says what was seen, wanted and missing', () => {
    const reading = { value: 0.02, samples: 7, question: 'errors / requests' }
    expect(judgeObjective(objective(), reading)).toEqual({
      name: 'errors',
      verdict: 'inconclusive',
      question: 'errors / requests',
      answer: '2 % from 7 of 50 samples',
      limit: 'at most 1 %',
      samples: 7,
      value: 0.02,
      interval: { lower: expect.closeTo(0.0007, 4), upper: expect.closeTo(0.379, 3) },
      hint: 'decides with 43 more samples',
    })
    const slow = objective({ unit: 'milliseconds', limit: 250, direction: 'at-least' })
    expect(judgeObjective(slow, { ...reading, value: 249.96, samples: 60 })).toMatchObject({
      verdict: 'fail',
      answer: '250 ms',
      limit: 'at least 250 ms',
    })
  })
})

describe('the verdict over several', () => {
  test('nothing judged is not a pass', () => {
    expect(overall([])).toEqual({
      verdict: 'inconclusive',
      reason: 'nothing was judged',
      evidence: [],
    })
    expect(inconclusive('why')).toEqual({ verdict: 'inconclusive', reason: 'why', evidence: [] })
  })

  test('is the worst, in whatever order they come', () => {
    const kind = fc.constantFrom<VerdictKind>('pass', 'fail', 'inconclusive')
    fc.assert(
      fc.property(fc.array(kind, { minLength: 1 }), (kinds) => {
        const worst = kinds.includes('fail')
          ? 'fail'
          : kinds.includes('inconclusive')
            ? 'inconclusive'
            : 'pass'
        expect(overall(kinds.map((k) => evidence(k))).verdict).toBe(worst)
      }),
    )
  })

  test('names every piece that is no pass, and how many passed where all did', () => {
    const some = [evidence('pass', 'a'), evidence('fail', 'b'), evidence('inconclusive', 'c')]
    expect(overall(some).reason).toBe('b: 2 %, wanted at most 1 %; c: 2 %, wanted at most 1 %')
    expect(overall([evidence('pass'), evidence('pass')]).reason).toBe('all 2 passed')
    expect(overall([{ ...evidence('fail'), limit: '' }]).reason).toBe('e: 2 %')
  })
})
