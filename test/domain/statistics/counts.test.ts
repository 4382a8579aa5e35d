import { expect, test } from '@jest/globals'
import { fisherTest } from '../../../src/domain/statistics/fisher.ts'
import { hitDistribution } from '../../../src/domain/statistics/hypergeometric.ts'
import { sum } from '../../../src/domain/statistics/moments.ts'
import {
  poissonRatesTest,
  poissonRatioInterval,
} from '../../../src/domain/statistics/poisson-rates.ts'
import { twoProportions } from '../../../src/domain/statistics/two-proportions.ts'
import { wilsonInterval } from '../../../src/domain/statistics/wilson.ts'
import fc from '../../properties.ts'

const count = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 60 }))
  .map(([hits, misses]) => ({ hits, trials: hits + misses }))

test('chances of hits sum to 1 and are the binomial coefficients', () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)
  fc.assert(
    fc.property(count, count, (a, b) => {
      const { from, chances } = hitDistribution(a, b)
      expect(sum(chances)).toBeCloseTo(1, 13)
      const hits = a.hits + b.hits
      const expected = (k: number) =>
        (choose(a.trials, k) * choose(b.trials, hits - k)) / choose(a.trials + b.trials, hits)
      for (const [i, chance] of chances.entries())
        expect(chance).toBeCloseTo(expected(from + i), 12)
    }),
    { numRuns: 50 },
  )
})

test('Fisher: swapped groups swap the sides, and both sides share one outcome', () => {
  fc.assert(
    fc.property(count, count, (a, b) => {
      const [greater, less] = [fisherTest(a, b, 'greater'), fisherTest(a, b, 'less')]
      expect(fisherTest(b, a, 'less')).toBeCloseTo(greater, 10)
      const { from, chances } = hitDistribution(a, b)
      expect(greater + less - (chances[a.hits - from] ?? 0)).toBeCloseTo(1, 10)
      expect(fisherTest(a, b, 'two-sided')).toBeGreaterThanOrEqual(Math.min(greater, less) - 1e-12)
      const more = { ...a, hits: Math.min(a.trials, a.hits + 1) }
      expect(fisherTest(more, b, 'greater')).toBeLessThanOrEqual(greater + 1e-12)
    }),
  )
})

test('Fisher sees one hit in two thousand, and millions of trials', () => {
  expect(fisherTest({ hits: 0, trials: 9 }, { hits: 0, trials: 5 }, 'greater')).toBe(1)
  expect(fisherTest({ hits: 1, trials: 2000 }, { hits: 0, trials: 2000 }, 'greater')).toBeCloseTo(
    0.5,
    12,
  )
  const millions = fisherTest(
    { hits: 1_010_000, trials: 1e9 },
    { hits: 1_000_000, trials: 1e9 },
    'greater',
  )
  expect(millions).toBeGreaterThan(8e-13)
  expect(millions).toBeLessThan(9e-13)
  expect(fisherTest({ hits: 5000, trials: 5000 }, { hits: 0, trials: 5000 }, 'greater')).toBe(0)
  for (const wrong of [
    { hits: 3, trials: 2 },
    { hits: -1, trials: 2 },
    { hits: 0.5, trials: 2 },
    { hits: Number.NaN, trials: 2 },
  ])
    expect(fisherTest(wrong, { hits: 0, trials: 5 }, 'greater')).toBeNaN()
})

test('Wilson: within 0 and 1, holds the share, mirrored for misses', () => {
  fc.assert(
    fc.property(count, ({ hits, trials }) => {
      const { lower, upper } = wilsonInterval({ hits, trials }, 0.95)
      expect(lower).toBeGreaterThanOrEqual(0)
      expect(upper).toBeLessThanOrEqual(1)
      expect(lower).toBeLessThanOrEqual(hits / trials)
      expect(upper).toBeGreaterThanOrEqual(hits / trials)
      const misses = wilsonInterval({ hits: trials - hits, trials }, 0.95)
      expect(misses.lower).toBeCloseTo(1 - upper, 14)
    }),
  )
  expect(wilsonInterval({ hits: 0, trials: 10 }, 0.95).lower).toBe(0)
  expect(wilsonInterval({ hits: 10, trials: 10 }, 0.95).upper).toBe(1)
  expect(wilsonInterval({ hits: 0, trials: 0 }, 0.95).lower).toBeNaN()
  expect(wilsonInterval({ hits: 1, trials: 1e12 }, 0.95).lower).toBeCloseTo(1.7652e-13, 16)
})

test('two shares without a hit, or with hits only, have no score', () => {
  expect(twoProportions({ hits: 0, trials: 5 }, { hits: 0, trials: 7 }, 'greater')).toEqual({
    z: Number.NaN,
    p: Number.NaN,
  })
  const { z } = twoProportions({ hits: 5, trials: 50 }, { hits: 2, trials: 70 }, 'greater')
  expect(twoProportions({ hits: 2, trials: 70 }, { hits: 5, trials: 50 }, 'greater').z).toBe(-z)
})

const rate = fc
  .tuple(fc.integer({ min: 0, max: 200 }), fc.double({ min: 1e-6, max: 1e6, noNaN: true }))
  .map(([events, exposure]) => ({ events, exposure }))

test('rates: another unit of exposure changes nothing, swapped groups swap the sides', () => {
  fc.assert(
    fc.property(rate, rate, fc.integer({ min: -40, max: 40 }), (a, b, exponent) => {
      const scaled = (r: typeof a) => ({ ...r, exposure: r.exposure * 2 ** exponent })
      expect(poissonRatesTest(scaled(a), scaled(b), 'greater')).toBe(
        poissonRatesTest(a, b, 'greater'),
      )
      expect(poissonRatesTest(b, a, 'less')).toBeCloseTo(poissonRatesTest(a, b, 'greater'), 12)
      const more = { ...a, events: a.events + 1 }
      expect(poissonRatesTest(more, b, 'greater')).toBeLessThanOrEqual(
        poissonRatesTest(a, b, 'greater'),
      )
    }),
  )
})

test('the interval of a ratio of rates is where the tests stop to refuse', () => {
  fc.assert(
    fc.property(rate, rate, (a, b) => {
      const { lower, upper } = poissonRatioInterval(a, b, 0.9)
      if (a.events === 0) expect(lower).toBe(0)
      else expect(poissonRatesTest(a, b, 'greater', lower)).toBeCloseTo(0.05, 9)
      if (b.events === 0) expect(upper).toBe(Number.POSITIVE_INFINITY)
      else expect(poissonRatesTest(a, b, 'less', upper)).toBeCloseTo(0.05, 9)
      expect(lower).toBeLessThan(upper)
    }),
  )
})

test('no events say nothing about rates', () => {
  const [none, other] = [
    { events: 0, exposure: 10 },
    { events: 0, exposure: 20 },
  ]
  expect(poissonRatesTest(none, other, 'two-sided')).toBe(1)
  expect(poissonRatioInterval(none, other, 0.95)).toEqual({
    lower: 0,
    upper: Number.POSITIVE_INFINITY,
  })
  expect(
    poissonRatesTest({ events: 3, exposure: 1 }, { events: 0, exposure: 1 }, 'greater'),
  ).toBeCloseTo(0.125, 14)
})
