import { describe, expect, test } from '@jest/globals'
import { judgeObjective } from '../../../src/domain/judging/judge-objective.ts'
import type { Objective, Observation } from '../../../src/domain/judging/objective.ts'
import fc from '../../properties.ts'

const MINUTE = 60_000
const base: Objective = {
  ...{ name: 'errors', metric: 'error-rate', query: null, unit: 'ratio', limit: 0.01 },
  ...{ direction: 'at-most', onBreach: 'rollback', minSamples: 50 },
}
const good: Observation = { value: 0.001, samples: 1000, question: 'q', window: 15 * MINUTE }
const judge = (change: Partial<Objective>, seen: Partial<Observation>) =>
  judgeObjective({ ...base, ...change }, { ...good, ...seen })

describe('what decides nothing, and what would let it decide', () => {
  test.each<[string, Partial<Objective>, Partial<Observation>, string, string]>([
    [
      'no data',
      {},
      { value: Number.NaN, samples: 0 },
      'no value from 0 of 50 samples',
      '50 more samples',
    ],
    ['no number', {}, { value: Number.NaN }, 'no value', 'a value that is a number'],
    ['-∞ below the limit', {}, { value: -Infinity }, 'no value', ''],
    ['+∞ above a least value', { direction: 'at-least' }, { value: Infinity }, 'no value', ''],
    ['too few samples', {}, { samples: 49 }, '0.1 % from 49 of 50 samples', '1 more sample'],
    [
      'stale',
      { maxAge: 5 * MINUTE },
      { age: 5 * MINUTE + 1 },
      '0.1 %, newest sample 5m1ms old',
      'a sample of the last 5m',
    ],
    [
      'of no known age',
      { maxAge: 5 * MINUTE },
      {},
      '0.1 %, and the source does not say how old it is',
      'a sample of the last 5m',
    ],
    [
      'part of its window',
      { window: 15 * MINUTE },
      { covered: 14 * MINUTE },
      '0.1 %, over 14m of 15m',
      'a source that remembers 15m',
    ],
    [
      'another unit',
      {},
      { unit: 'milliseconds' },
      '0.1 %, in milliseconds where ratio is meant',
      'an answer in ratio',
    ],
    [
      'percent where a ratio is meant',
      {},
      { value: 1.5 },
      '150 %, outside of 0 % to 100 %',
      'a ratio from 0 to 1, not percent',
    ],
    [
      'a share below none',
      {},
      { value: -0.1 },
      '-10 %, outside of 0 % to 100 %',
      'a ratio from 0 to 1, not percent',
    ],
    [
      'a time below none',
      { unit: 'milliseconds', limit: 5 },
      { value: -1 },
      '-1 ms, less than no time',
      'milliseconds from 0 on',
    ],
  ])('%s', (_name, change, seen, answer, remedy) => {
    const { verdict, answer: said, hint = '' } = judge(change, seen)
    expect([verdict, said]).toEqual(['inconclusive', answer])
    if (remedy !== '') expect(hint).toBe(`decides with ${remedy}`)
  })

  test('an endless value beyond the limit is a failure all the same', () => {
    expect(judge({}, { value: Infinity }).verdict).toBe('fail')
    expect(judge({ direction: 'at-least' }, { value: -Infinity }).verdict).toBe('fail')
  })

  test('what is fresh, whole and in its unit decides', () => {
    const strict = { maxAge: 5 * MINUTE, window: 15 * MINUTE }
    const facts = { age: 5 * MINUTE, covered: 15 * MINUTE, unit: 'ratio' } as const
    expect(judge(strict, facts).verdict).toBe('pass')
    expect(judge(strict, { ...facts, value: 0.02 }).verdict).toBe('fail')
    // A stage's own window begins with it: what a source forgot before is no part of it.
    expect(judge({}, { covered: 1 }).verdict).toBe('pass')
  })
})

test('whatever raises a doubt, a bad value with it never passes and never fails', () => {
  const doubts = fc.constantFrom<[Partial<Objective>, Partial<Observation>]>(
    [{}, { samples: 3 }],
    [{ maxAge: 1 }, { age: 2 }],
    [{ window: 10 }, { covered: 9 }],
    [{}, { unit: 'count' }],
    [{ versus: 'baseline' }, {}],
  )
  fc.assert(
    fc.property(doubts, fc.double({ min: 0, max: 1, noNaN: true }), ([change, seen], value) => {
      expect(judge(change, { ...seen, value }).verdict).toBe('inconclusive')
    }),
  )
})

describe('limits', () => {
  test.each([
    ['at-most', 'pass', 'at most 1 %', 'fails above 1 %; 10 of 1000 were counted'],
    ['at-least', 'pass', 'at least 1 %', 'fails below 1 %; 10 of 1000 were counted'],
    ['below', 'fail', 'below 1 %', 'passes below 1 %; 10 of 1000 were counted'],
    ['above', 'fail', 'above 1 %', 'passes above 1 %; 10 of 1000 were counted'],
  ] as const)('at the limit itself %s is a %s', (direction, verdict, limit, hint) => {
    expect(judge({ direction }, { value: 0.01 })).toMatchObject({ verdict, limit, hint })
  })

  test('the verdict is the same in any unit, and of any sign', () => {
    const lag = { metric: 'custom', query: 'lag', unit: 'count' } as const
    fc.assert(
      fc.property(
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.constantFrom(1e-6, 0.001, 1, 1000, 1e6),
        (value, limit, factor) => {
          const one = judge({ ...lag, limit }, { value })
          const other = judge({ ...lag, limit: limit * factor }, { value: value * factor })
          expect(other.verdict).toBe(one.verdict)
          const mirrored = judge(
            { ...lag, limit: -limit, direction: 'at-least' },
            { value: -value },
          )
          expect(mirrored.verdict).toBe(one.verdict)
          expect(judge({ ...lag, limit }, { value })).toEqual(one)
        },
      ),
    )
  })

  test('a share that was counted has its interval by Wilson, any other value has none', () => {
    expect(judge({}, { value: 0.02, samples: 1000 }).interval).toEqual({
      lower: expect.closeTo(0.013, 3),
      upper: expect.closeTo(0.0308, 3),
    })
    expect(judge({}, { value: 0, samples: 100 }).interval?.lower).toBe(0)
    expect(judge({ metric: 'custom', query: 'x' }, {}).interval).toBeUndefined()
    expect(judge({ unit: 'count' }, { value: 5 }).interval).toBeUndefined()
  })
})

describe('looks in a row', () => {
  test.each([
    [1, 'inconclusive', '2 %, breach 1 of 3 in a row'],
    [2, 'inconclusive', '2 %, breach 2 of 3 in a row'],
    [3, 'fail', '2 %'],
  ] as const)('%i of three', (breaches, verdict, answer) => {
    expect(judge({ consecutive: 3 }, { value: 0.02, breaches })).toMatchObject({ verdict, answer })
  })

  test('a look within the limit passes, whatever was before', () => {
    expect(judge({ consecutive: 3 }, {}).verdict).toBe('pass')
  })
})

describe('a counter that must grow', () => {
  const grow = { must: 'grow', metric: 'custom', query: 'q', unit: 'count', limit: 0 } as const
  test.each<[string, Partial<Observation>, string, string]>([
    ['grew', { value: 12 }, 'pass', 'fails without growth'],
    ['grew a little', { value: 1e-9, samples: 0 }, 'pass', 'fails without growth'],
    ['stood', { value: 0 }, 'fail', 'passes as soon as it grows'],
    ['fell', { value: -3 }, 'fail', 'passes as soon as it grows'],
    ['stands so far', { value: 0, early: true }, 'inconclusive', 'passes as soon as it grows'],
    ['grew early', { value: 1, early: true }, 'pass', 'fails without growth'],
    [
      'is not there',
      { value: Number.NaN, samples: 0 },
      'inconclusive',
      'decides with a value that is a number',
    ],
    ['is endless', { value: Infinity }, 'inconclusive', 'decides with a value that is a number'],
  ])('%s', (_name, seen, verdict, hint) => {
    expect(judge(grow, seen)).toMatchObject({ verdict, hint, limit: 'growth' })
  })
})
