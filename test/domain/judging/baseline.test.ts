import { describe, expect, test } from '@jest/globals'
import { judgeObjective } from '../../../src/domain/judging/judge-objective.ts'
import type { Objective } from '../../../src/domain/judging/objective.ts'
import { randomOf } from '../../../src/domain/statistics/random.ts'
import fc from '../../properties.ts'

const errors: Objective = {
  ...{ name: 'errors', metric: 'error-rate', query: null, unit: 'ratio', limit: 0.1 },
  ...{ direction: 'at-most', onBreach: 'rollback', minSamples: 50, versus: 'baseline' },
}
const latency: Objective = { ...errors, metric: 'latency-p95', unit: 'milliseconds' }

interface Side {
  readonly value: number
  readonly samples: number
}
const judge = (objective: Objective, mine: Side, baseline: Side) =>
  judgeObjective(objective, { ...mine, question: 'q', baseline })
const share = (bad: number, samples: number): Side => ({ value: bad / samples, samples })

describe('error rates against the baseline', () => {
  test('no errors against no errors passes', () => {
    expect(judge(errors, share(0, 1000), share(0, 1000))).toMatchObject({
      verdict: 'pass',
      limit: 'at most 0 %, the baseline + 10 %',
      hint: 'fails where the evidence that it is worse reaches 100 to 1, now 1 to 1',
    })
  })

  test.each([
    ['one error where the baseline has none', 1, 0, 1000, 'pass'],
    ['a little worse, as chance has it', 12, 9, 1000, 'pass'],
    ['ten times as many', 50, 5, 1000, 'fail'],
    ['all of them', 60, 0, 60, 'fail'],
    ['a tenth more of very many', 11_000, 10_000, 1_000_000, 'pass'],
    ['twice as many of very many', 20_000, 10_000, 1_000_000, 'fail'],
  ] as const)('%s', (_name, mine, theirs, samples, verdict) => {
    expect(judge(errors, share(mine, samples), share(theirs, samples)).verdict).toBe(verdict)
  })

  test('a success rate that falls fails, one that rises does not', () => {
    const success: Objective = {
      ...errors,
      metric: 'success-rate',
      direction: 'at-least',
      limit: 0.01,
    }
    expect(judge(success, share(99_900, 100_000), share(99_950, 100_000)).verdict).toBe('pass')
    expect(judge(success, share(50_000, 100_000), share(99_950, 100_000)).verdict).toBe('fail')
    expect(judge(success, share(100_000, 100_000), share(50_000, 100_000)).verdict).toBe('pass')
    const anything = { ...success, limit: 1 }
    expect(judge(anything, share(0, 100), share(100, 100)).verdict).toBe('pass')
  })

  test('sixty looks at a version as good as its baseline stop one release in a hundred at most', () => {
    const random = randomOf(7)
    const stopped = Array.from({ length: 300 }, () => isStopped(random)).filter((bad) => bad)
    // The bound of 1 % allows 9 of 300 one time in a thousand.
    expect(stopped.length).toBeLessThanOrEqual(8)
  })
})

/** Whether any of sixty looks stops a release, both of whose versions fail one request in fifty. */
function isStopped(random: () => number): boolean {
  const more = () => Array.from({ length: 20 }, () => random() < 0.02).filter((bad) => bad).length
  let [mine, theirs] = [0, 0]
  for (let look = 1; look <= 60; look++) {
    mine += more()
    theirs += more()
    const [one, other] = [share(mine, 20 * look), share(theirs, 20 * look)]
    if (judge(errors, one, other).verdict === 'fail') return true
  }
  return false
}

describe('other values against the baseline', () => {
  const of = (value: number): Side => ({ value, samples: 500 })
  test.each([
    [110, 100, 'pass', 'at most 110 ms, the baseline + 10 %'],
    [110.1, 100, 'fail', 'at most 110 ms, the baseline + 10 %'],
    [90, 100, 'pass', 'at most 110 ms, the baseline + 10 %'],
  ] as const)('%d ms against %d ms', (mine, theirs, verdict, limit) => {
    expect(judge(latency, of(mine), of(theirs))).toMatchObject({ verdict, limit })
  })

  test('a bound is a share of the size, whatever the sign', () => {
    const balance: Objective = { ...errors, metric: 'custom', query: 'q', unit: 'count' }
    expect(judge(balance, of(-95), of(-100)).verdict).toBe('pass')
    expect(judge(balance, of(-89), of(-100)).verdict).toBe('fail')
    const least: Objective = { ...balance, direction: 'at-least' }
    expect(judge(least, of(-109), of(-100)).verdict).toBe('pass')
    expect(judge(least, of(-111), of(-100)).verdict).toBe('fail')
    expect(judge(least, of(0), of(0)).verdict).toBe('pass')
  })

  test('an improvement is never against a version', () => {
    const any = fc.double({ min: 0, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(any, any, (one, other) => {
        const [better, worse] = [Math.min(one, other), Math.max(one, other)]
        expect(judge(latency, of(better), of(worse)).verdict).toBe('pass')
      }),
    )
  })
})

test.each([
  ['is absent', undefined, '100 ms, baseline with 0 of 50 samples'],
  ['is tiny', { value: 90, samples: 49 }, '100 ms, baseline with 49 of 50 samples'],
  ['has no number', { samples: 500 }, '100 ms, baseline with no value'],
] as const)(
  '[OG-35] a baseline that %s decides nothing; a limit beside it does',
  (_name, baseline, answer) => {
    const seen = { value: 100, samples: 500, question: 'q', baseline }
    expect(judgeObjective(latency, seen)).toMatchObject({ verdict: 'inconclusive', answer })
    const limit = { ...latency, versus: undefined, limit: 250 }
    expect(judgeObjective(limit, seen).verdict).toBe('pass')
  },
)
